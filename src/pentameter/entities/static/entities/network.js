// The link chart where scripts run: move, come nearer, choose a thing. Places and words come from the page; the tables
// below say the same, and the drawing stays for print and for those without scripts.
const source = document.getElementById("network-data");
const NIL = "00000000-0000-0000-0000-000000000000";
const card = document.querySelector(".link-chart");
function begin(data) {
  const canvas = card.querySelector(".canvas");
  canvas.hidden = false;
  card.querySelectorAll(".tools,.by-hand").forEach((part) => (part.hidden = false));
  const chart = window.cytoscape({
    container: canvas,
    elements: [...data.nodes.map(thing), ...data.edges.map(link)],
    layout: { name: "preset" },
    style: looks(data.colours),
    minZoom: 0.08,
    maxZoom: 3,
    autoungrabify: true,
    boxSelectionEnabled: false,
    userZoomingEnabled: false,
    textureOnViewport: data.nodes.length > 600,
    hideEdgesOnViewport: data.nodes.length > 1200,
  });
  open(chart, data);
  tools(chart, canvas);
  choosing(chart, (name, id) => (data.ways[name] ?? "").replaceAll(NIL, id), data.ways.begun);
}

const thing = (node) => ({ data: node, position: { x: node.x, y: node.y }, classes: [node.kind, node.holds ? "holds" : ""].join(" ") });
const link = (edge) => ({ data: edge, classes: ["weak", "hand", "way"].filter((name) => edge[name]).join(" ") });

function looks(colours) {
  const font = getComputedStyle(document.body).fontFamily;
  const shapes = { person: "ellipse", phone: "round-rectangle", premises: "pentagon", vehicle: "hexagon", advert: "diamond", organisation: "triangle" };
  return [
    { selector: "node", style: { width: 22, height: 22, label: "data(name)", "font-family": font, "font-size": 12, color: "#14213d", "text-valign": "bottom", "text-margin-y": 4, "min-zoomed-font-size": 7, "border-width": 0, "text-background-color": "#fff", "text-background-opacity": 0.8, "text-background-padding": 1 } },
    ...Object.keys(shapes).map((kind) => ({ selector: `.${kind}`, style: { shape: shapes[kind], "background-color": colours[kind] } })),
    { selector: ".phone", style: { width: 15, height: 22 } },
    { selector: ".holds", style: { "border-width": 3, "border-color": "#14213d" } },
    { selector: "edge", style: { width: 1.8, "line-color": "#6b7789", "curve-style": "straight", "target-arrow-shape": "triangle", "target-arrow-color": "#6b7789", "arrow-scale": 0.8, label: "", "font-family": font, "font-size": 11, color: "#3a4659", "text-rotation": "autorotate", "text-background-color": "#fff", "text-background-opacity": 0.9, "text-background-padding": 2 } },
    { selector: "edge.weak", style: { width: 1, "line-color": "#c3ccd8", "line-style": "dashed", "target-arrow-shape": "none" } },
    { selector: "edge.hand", style: { "line-style": "dotted" } },
    { selector: ".faint", style: { opacity: 0.16 } },
    { selector: "edge.near", style: { label: "data(name)", "z-index": 9 } },
    { selector: "edge.way", style: { width: 4, "line-color": "#b3520f", "target-arrow-color": "#b3520f", "line-style": "solid", label: "data(name)", "z-index": 10 } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": "#00616b", "z-index": 11, "font-weight": "bold" } },
  ];
}

// It opens so near that names can be read: on the way, on the thing that the page is about, or on the most linked.
function open(chart, data) {
  const middle = { x: chart.width() / 2, y: chart.height() / 2 };
  const way = chart.nodes().filter((node) => data.way.includes(node.id()));
  chart.fit(way.length ? way : undefined, way.length ? 80 : 24);
  if (chart.zoom() > 1.3) chart.zoom({ level: 1.3, renderedPosition: middle });
  if (chart.zoom() >= 0.62 || !data.nodes.length) return;
  chart.zoom(0.8);
  chart.center(way.length ? way : chart.getElementById(data.focus || data.nodes[0].id));
}

function tools(chart, canvas) {
  const middle = () => ({ x: chart.width() / 2, y: chart.height() / 2 });
  card.querySelectorAll("[data-zoom]").forEach((button) =>
    button.addEventListener("click", () => chart.zoom({ level: chart.zoom() * Number(button.dataset.zoom), renderedPosition: middle() })));
  card.querySelector("[data-fit]").addEventListener("click", () => chart.fit(undefined, 24));
  // The wheel moves the page until the chart was clicked, and again once the pointer has left it.
  canvas.addEventListener("pointerdown", () => chart.userZoomingEnabled(true));
  canvas.addEventListener("pointerleave", () => chart.userZoomingEnabled(false));
}

function choosing(chart, way, begun) {
  const panel = document.querySelector(".chosen");
  const rows = new Map([...document.querySelectorAll("#things [data-thing]")].map((anchor) => [anchor.dataset.thing, anchor.closest("tr")]));
  const clear = () => {
    chart.elements().removeClass("faint near chosen");
    rows.forEach((row) => row.classList.remove("on"));
    panel.hidden = true;
  };
  const choose = (node) => {
    clear();
    const near = node.closedNeighborhood();
    chart.elements().not(near).addClass("faint");
    near.edges().addClass("near");
    node.addClass("chosen");
    rows.get(node.id())?.classList.add("on");
    panel.replaceChildren(...told(node, way, begun));
    panel.hidden = false;
  };
  chart.on("tap", "node", (event) => choose(event.target));
  chart.on("tap", (event) => event.target === chart && clear());
  document.addEventListener("keydown", (event) => event.key === "Escape" && clear());
  // A thing that is named beside the chart or in its table lights up on it while it has the keyboard or the pointer.
  document.querySelectorAll("[data-thing]").forEach((anchor) => {
    const node = chart.getElementById(anchor.dataset.thing);
    if (node.empty()) return;
    anchor.addEventListener("focus", () => choose(node));
    anchor.addEventListener("pointerenter", () => node.addClass("chosen"));
    anchor.addEventListener("pointerleave", () => panel.dataset.id !== node.id() && node.removeClass("chosen"));
  });
}

function told(node, way, begun) {
  const data = node.data();
  const heading = made("h2", data.full);
  const facts = made("dl");
  [["What", data.what], ["When", data.when], ["Reported by", data.by]].forEach(([term, value]) => {
    const line = made("div");
    line.append(made("dt", term), made("dd", value));
    facts.append(line);
  });
  const list = made("ul");
  node.connectedEdges().forEach((edge) => {
    const other = edge.connectedNodes().not(node).first().data("full");
    const name = edge.data("name") || "is named together with";
    list.append(made("li", edge.data("source") === data.id ? `${name} ${other}` : `${other} ${name} this`));
  });
  const acts = made("div");
  acts.className = "acts";
  const leads = begun && begun !== data.id;
  acts.append(anchor(way("open", data.id), "Open its links"), anchor(way(leads ? "end" : "start", data.id), leads ? "Path to here" : "Path from here"));
  return [heading, facts, list, acts];
}

function made(name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function anchor(address, text) {
  const element = made("a", text);
  element.href = address;
  return element;
}

if (source && card && window.cytoscape) begin(JSON.parse(source.textContent));

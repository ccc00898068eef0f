// The key m goes from tiles to map and back. Without scripts the two buttons above the map do the same.
const typing = (element) => element.closest("input:not([type=radio]),select,textarea,[contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "m" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const views = [...document.querySelectorAll(".map-switch input[name=view]")].filter((view) => view.closest("label").offsetParent);
  const next = views[(views.findIndex((view) => view.checked) + 1) % views.length];
  if (!next) return;
  next.checked = true;
  next.focus({ preventScroll: true });
});

// On a narrow screen the page that one is on is brought into sight among the others.
document.querySelector("nav.sub [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// Makes pages easier where scripts run; every page works without it.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// At phone width the navigation folds behind a button.
for (const header of document.querySelectorAll("[data-menu]")) {
  const button = header.querySelector(".menu");
  if (!button) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = header.classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  });
}

// A group of the navigation closes when one looks elsewhere, or on Escape.
const groups = () => document.querySelectorAll(".ways[open]");
document.addEventListener("click", ({ target }) => groups().forEach((group) => group.contains(target) || (group.open = false)));
document.addEventListener("focusin", ({ target }) => groups().forEach((group) => group.contains(target) || (group.open = false)));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const group of groups()) {
    if (group.contains(document.activeElement)) group.querySelector("summary").focus();
    group.open = false;
  }
});

// Filters are a drawer at phone width, and simply open beside the list elsewhere.
const narrow = window.matchMedia("(max-width: 760px)");
const fold = () => document.querySelectorAll("details[data-drawer]").forEach((drawer) => (drawer.open = !narrow.matches));
fold();
narrow.addEventListener("change", fold);

// A field marked so sends its form when it changes; the form's button stays for those who cannot.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-submit-on-change]");
  if (form) form.requestSubmit();
});

// "/" goes to the box for searching, unless something is being typed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const box = [...document.querySelectorAll("[data-search]")].find((one) => one.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// A form is sent once: a second press of the button does nothing while the answer is on its way.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("data-many")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

// Text that is meant to be carried elsewhere, such as a reference, is copied at a press.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const before = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = before), 2000);
});

// What htmx brings in is given its behaviour, too; a form that htmx has sent may be sent again.
document.body.addEventListener("htmx:load", ({ detail }) => detail.elt !== document.body && initAll({ scope: detail.elt }));
document.body.addEventListener("htmx:afterRequest", ({ target }) => delete target.dataset.sent);

// The keys of a queue. Every key presses a button or a link that stands on the page, and can be turned off.
const page = document.querySelector("[data-keys]");
const OFF = `${page.dataset.keys}-keys-off`;
const on = () => localStorage.getItem(OFF) !== "yes";
const writes = (element) => element.matches("input, textarea, select, [contenteditable]");

function show() {
  const button = document.querySelector("[data-keys-switch] button");
  button.setAttribute("aria-pressed", String(on()));
  button.textContent = on() ? "Keys are on" : "Keys are off";
  page.classList.toggle("keys-off", !on());
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
  if (writes(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const target = on() && page.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target) return;
  event.preventDefault();
  target.click();
  if (target.matches("summary")) target.scrollIntoView({ block: "nearest" });
}

const holder = document.querySelector("[data-keys-switch]");
holder.hidden = false;
holder.querySelector("button").addEventListener("click", () => {
  localStorage.setItem(OFF, on() ? "yes" : "no");
  show();
});
document.addEventListener("keydown", pressed);
show();
page.dataset.ready = "yes";

// Where something is missing, the next thing typed is the reason.
if (page.querySelector(".govuk-error-summary")) page.querySelector(page.dataset.reason)?.focus();

// The buttons of the basket answer where they are. Without this file each sends its form and the
// page comes back at the same place.

const form = document.getElementById("panier");
const voice = document.getElementById("panier-dit");
const menu = document.querySelector("[data-basket-count]");

if (form) document.addEventListener("submit", keep);

async function keep(event) {
  const button = event.submitter;
  if (event.target !== form || !button?.classList.contains("keep")) return;
  event.preventDefault();
  const adds = button.name === "ajouter";
  const response = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams([[button.name, button.value]]),
  }).catch(() => null);
  if (!response || (!response.ok && response.status !== 409)) {
    // The form says better than we what goes wrong.
    document.removeEventListener("submit", keep);
    return form.requestSubmit(button);
  }
  const said = await response.json();
  if (said.problem) return say(said.problem);
  for (const same of document.querySelectorAll(`button.keep[value="${CSS.escape(button.value)}"]`)) {
    same.name = adds ? "retirer" : "ajouter";
    same.setAttribute("aria-pressed", String(adds));
  }
  if (menu) menu.textContent = said.count ? ` (${said.count})` : "";
  say(`${adds ? "Gardée dans le panier" : "Retirée du panier"} : ${said.count} notice${said.count > 1 ? "s" : ""}`);
}

function say(words) {
  voice.textContent = words;
}

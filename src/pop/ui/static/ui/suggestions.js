// Suggestions under the search box. Without this file the box works the same, without them.
// Keyboard: arrows choose, Enter goes, Escape closes; the count is announced.

const WAIT = 120; // milliseconds without a letter before asking

for (const form of document.querySelectorAll("form.search")) {
  const field = form.querySelector("input[type=search]");
  if (field) suggestUnder(form, field);
}

function suggestUnder(form, field) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${field.id}-propositions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Propositions");
  list.hidden = true;
  const voice = document.createElement("p");
  voice.className = "visually-hidden";
  voice.setAttribute("role", "status");
  form.append(list, voice);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);

  let chosen = -1;
  let timer = 0;
  let asked = "";

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      close();
      event.preventDefault();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return;
      const count = list.children.length;
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((chosen + step + count + (chosen < 0 && step < 0 ? 1 : 0)) % count);
      event.preventDefault();
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      window.location.assign(list.children[chosen].dataset.url);
    }
  });
  field.addEventListener("blur", () => setTimeout(close, 150));

  async function ask() {
    const text = field.value.trim();
    asked = text;
    if (text.length < 2) return close();
    let found;
    try {
      const answer = await fetch(`/suggestions?q=${encodeURIComponent(text)}`);
      if (!answer.ok) return close();
      found = (await answer.json()).suggestions;
    } catch {
      return close();
    }
    if (asked === text && document.activeElement === field) show(found);
  }

  function show(found) {
    list.replaceChildren(...found.map(option));
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    voice.textContent = found.length ? `${found.length} propositions` : "";
  }

  function option(one, rank) {
    const item = document.createElement("li");
    item.id = `${list.id}-${rank}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.url = one.url;
    const label = document.createElement("span");
    label.className = "suggestion-label";
    label.textContent = one.label;
    const kind = document.createElement("span");
    kind.className = "suggestion-kind";
    kind.textContent = one.kind === "notice" ? one.more : one.kind;
    item.append(label, " ", kind);
    // Pressed, it only keeps the field in focus; whoever pressed by mistake can still move away.
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => window.location.assign(one.url));
    return item;
  }

  function choose(rank) {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = rank;
    const item = list.children[chosen];
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", item.id);
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    voice.textContent = "";
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
}

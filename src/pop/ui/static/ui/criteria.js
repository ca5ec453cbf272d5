// The advanced search: operators that follow the field, values suggested under the letters typed.
// Without this file the form works the same; its first button brings operators up to date.

const WAIT = 150; // milliseconds without a letter before asking
const SHORTEST = 2;

const form = document.querySelector("form.advanced");
let timer = 0;

form?.addEventListener("change", (event) => {
  if (event.target.name?.startsWith("champ")) followField(event.target);
});

form?.addEventListener("input", (event) => {
  if (!event.target.name?.startsWith("valeur")) return;
  clearTimeout(timer);
  timer = setTimeout(() => suggest(event.target), WAIT);
});

function followField(field) {
  const row = field.closest("fieldset");
  const kind = field.selectedOptions[0].dataset.kind ?? "texte";
  const list = document.querySelector(`template[data-operators="${kind}"]`);
  const operators = row.querySelector("select[name^=operateur]");
  const before = operators.value;
  operators.replaceChildren(list.content.cloneNode(true));
  if ([...operators.options].some((one) => one.value === before)) operators.value = before;
  row.querySelector("datalist")?.replaceChildren();
}

async function suggest(input) {
  const typed = input.value.trim();
  const name = input.closest("fieldset").querySelector("select[name^=champ]").value;
  if (typed.length < SHORTEST || !/[A-Z]/.test(name)) return;
  const asked = new URLSearchParams({ champ: name, q: typed });
  let values;
  try {
    const answer = await fetch(`${form.dataset.values}?${asked}`);
    if (!answer.ok) return;
    values = (await answer.json()).values;
  } catch {
    return;
  }
  if (input.value.trim() !== typed) return;
  input.list.replaceChildren(
    ...values.map((value) => Object.assign(document.createElement("option"), { value })),
  );
}

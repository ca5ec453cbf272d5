// Escape hides the title shown over a picture, until another one is looked at.

for (const wall of document.querySelectorAll(".wall")) {
  const quiet = (is) => wall.classList.toggle("wall-quiet", is);
  document.addEventListener("keydown", (event) => event.key === "Escape" && quiet(true));
  for (const moved of ["pointerover", "focusin"]) wall.addEventListener(moved, () => quiet(false));
}

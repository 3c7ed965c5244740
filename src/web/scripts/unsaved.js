// Asks before somebody leaves a page with something written and not sent.
let written = false;
for (const form of document.querySelectorAll("form[data-keep]")) {
  form.addEventListener("input", () => {
    written = true;
  });
  form.addEventListener("submit", () => {
    written = false;
  });
}
addEventListener("beforeunload", (event) => {
  if (written) event.preventDefault();
});

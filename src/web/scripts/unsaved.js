// Asks before somebody leaves a page with something written and not sent.
// A form that came back has what was typed already.
let written = document.querySelector('form[data-keep="typed"]') !== null;
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

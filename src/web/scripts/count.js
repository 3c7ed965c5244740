// Says while one types how long a text is; without it, the server says so with each page.
for (const field of document.querySelectorAll("textarea[data-count]")) {
  const place = document.getElementById(field.dataset.count);
  const { lang } = document.documentElement;
  field.addEventListener("input", () => {
    place.textContent = place.dataset.words.replace("#", [...field.value].length.toLocaleString(lang));
  });
}

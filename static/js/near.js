// "Près de moi": the place is asked only on that press, rounded to about 100 m, and never kept.
(() => {
  const press = document.querySelector(".near");
  if (!press || !navigator.geolocation) return;
  const { form } = press;
  const { mot, ou, lat, lon } = form.elements;
  const says = form.querySelector(".says");
  const place = (here) => {
    for (const [field, value] of [[lat, here && here.latitude], [lon, here && here.longitude]]) {
      field.disabled = !here;
      field.value = here ? value.toFixed(3) : "";
    }
  };
  const found = ({ coords }) => {
    place(coords);
    ou.value = "";
    ou.placeholder = press.textContent.trim();
    says.textContent = press.dataset.found;
    if ((mot && mot.value) || !form.querySelector(".tiles")) form.submit();
  };
  const lost = () => {
    place(null);
    says.textContent = press.dataset.lost;
    ou.focus();
  };
  press.addEventListener("click", () => {
    says.textContent = press.dataset.asking;
    navigator.geolocation.getCurrentPosition(found, lost, { timeout: 10000, maximumAge: 300000 });
  });
  ou.addEventListener("input", () => { place(null); says.textContent = ""; });
  press.disabled = false;
})();

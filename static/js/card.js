// The square on a paper card holds its code after a "#": write it in the form, take it off the address.
(() => {
  const field = document.querySelector("[data-card-code]");
  const code = location.hash.slice(1);
  if (!field || !/^[a-z0-9]{8}$/i.test(code)) return;
  field.value = (code.slice(0, 4) + " " + code.slice(4)).toUpperCase();
  history.replaceState(null, "", location.pathname + location.search);
  const next = document.getElementById("first_name");
  if (next) next.focus();
})();

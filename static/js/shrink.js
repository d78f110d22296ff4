// The picture of a screen is made light on the phone before it is sent; without this it goes whole.
(() => {
  const form = document.querySelector("form.scam");
  const input = form && form.elements.picture;
  if (!input || !window.createImageBitmap || !window.DataTransfer) return;
  const LIGHT = 200 * 1024;
  const LONGEST = 2000;
  let busy = false;
  const says = form.querySelector(".says");
  const drawn = (picture, scale) => {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => { canvas.toBlob(done, "image/jpeg", 0.7); });
  };
  const shrunk = async (file) => {
    const picture = await createImageBitmap(file);
    let scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    let light = await drawn(picture, scale);
    for (let tries = 0; light.size > LIGHT && tries < 3; tries += 1) {
      scale *= 0.8;
      light = await drawn(picture, scale);
    }
    const kept = new DataTransfer();
    kept.items.add(new File([light], "ecran.jpg", { type: "image/jpeg" }));
    input.files = kept.files;
  };
  form.addEventListener("submit", (event) => {
    const file = input.files[0];
    if (!file || (file.size <= LIGHT && /^image.(png|jpeg)$/.test(file.type))) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    says.textContent = says.dataset.wait;
    const send = () => { busy = false; says.textContent = ""; form.submit(); };
    shrunk(file).then(send, send);
  });
})();

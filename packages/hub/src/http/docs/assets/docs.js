// Copy buttons; the pages work without them.
const { copy, copied } = document.body.dataset;
for (const button of document.querySelectorAll('.code button')) {
  button.hidden = false;
  button.textContent = copy;
  button.addEventListener('click', async () => {
    await copyText(button.closest('.code').querySelector('pre').textContent);
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = copy;
    }, 1500);
  });
}

/** Browsers give the clipboard only to https and this machine; elsewhere the old way works. */
async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

// On a wide window the contents stand open beside the page.
const contents = document.querySelector('nav details');
const wide = matchMedia('(min-width: 60rem)');
const follow = () => {
  contents.open = wide.matches;
};
wide.addEventListener('change', follow);
follow();

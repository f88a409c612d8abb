/* Sharing by whatever the device offers; where it offers nothing the address is copied. */

export function startSharing(button: HTMLButtonElement): void {
  button.addEventListener('click', () => void share(button));
}

async function share(button: HTMLButtonElement): Promise<void> {
  const url = location.href.split('#')[0]!;
  const says = document.getElementById('says');
  if (navigator.share) return navigator.share({ title: document.title, url }).catch(() => undefined);
  const copied = await navigator.clipboard.writeText(url).then(() => true, () => false);
  const sentence = copied ? 'The link is copied.' : url;
  if (says) says.textContent = sentence;
  const words = button.querySelector('span');
  if (!words) return;
  const before = words.textContent;
  words.textContent = sentence;
  setTimeout(() => { words.textContent = before; }, 2_500);
}

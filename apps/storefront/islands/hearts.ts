/*
 * A press on a heart goes to the server without leaving the page. Without scripts the same button sends the form #wish.
 */

async function press(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const adding = button.name === 'add';
  show(button, adding);
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams([[adding ? 'add' : 'remove', button.value]]), headers: { accept: 'application/json' } })
    .then((got) => got.json() as Promise<{ refused?: string }>)
    .catch(() => ({ refused: 'The shop could not be reached. Please try again.' }));
  if (answer.refused) show(button, !adding);
  const says = document.getElementById('says');
  if (says) says.textContent = answer.refused ?? (adding ? 'Added to the wishlist.' : 'Removed from the wishlist.');
}

const show = (button: HTMLButtonElement, wished: boolean): void => {
  button.name = wished ? 'remove' : 'add';
  button.setAttribute('aria-pressed', String(wished));
};

export function startHearts(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.id !== 'wish' || !(event.submitter instanceof HTMLButtonElement) || location.pathname.endsWith('/wishlist')) return;
    event.preventDefault();
    void press(form, event.submitter);
  });
}

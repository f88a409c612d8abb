/* A product turned round by its pictures: by dragging, or by a slider that keys and readers know. It never moves by itself. */

export function startSpin(stage: HTMLElement): void {
  const sides = JSON.parse(stage.dataset['spin'] ?? '[]') as string[];
  const image = stage.querySelector('img');
  if (!image || sides.length < 2) return;
  const slider = sliderFor(stage, sides.length);
  let side = 0;
  const turnTo = (next: number): void => {
    side = ((next % sides.length) + sides.length) % sides.length;
    image.removeAttribute('srcset');
    image.src = sides[side]!;
    slider.value = String(side);
    slider.setAttribute('aria-valuetext', `Side ${side + 1} of ${sides.length}`);
  };
  slider.addEventListener('input', () => turnTo(Number(slider.value)));
  for (const start of ['pointerenter', 'focusin']) stage.addEventListener(start, () => fetchAhead(sides), { once: true });
  drag(image, { sides: sides.length, now: () => side, turnTo });
  stage.append(slider);
}

function sliderFor(stage: HTMLElement, sides: number): HTMLInputElement {
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', min: '0', max: String(sides - 1), step: '1', value: '0', className: 'turn' });
  slider.setAttribute('aria-label', `Turn round: ${stage.dataset['says'] ?? ''}`);
  slider.setAttribute('aria-valuetext', `Side 1 of ${sides}`);
  return slider;
}

function fetchAhead(sides: string[]): void {
  for (const side of sides) new Image().src = side;
}

interface Turning {
  sides: number;
  now(): number;
  turnTo(side: number): void;
}

/** Once across is once round. */
function drag(image: HTMLElement, { sides, now, turnTo }: Turning): void {
  let began: { x: number; side: number } | undefined;
  image.draggable = false;
  image.addEventListener('pointerdown', (event) => { image.setPointerCapture(event.pointerId); began = { x: event.clientX, side: now() }; });
  image.addEventListener('pointermove', (event) => {
    if (began) turnTo(began.side - Math.round(((event.clientX - began.x) / image.clientWidth) * sides));
  });
  for (const end of ['pointerup', 'pointercancel'] as const) image.addEventListener(end, () => { began = undefined; });
}

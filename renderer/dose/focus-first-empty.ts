/** Puts the focus on the first empty field of a form, or, when all are filled, on the button that goes on. */
export function focusFirstEmpty(form: HTMLFormElement | null): void {
  if (form === null) return;
  const empty = [...form.querySelectorAll<HTMLInputElement>('[data-field] input')].find(({ value }) => value === '');
  const target = empty ?? form.querySelector<HTMLButtonElement>('button[type="submit"]');
  target?.focus({ preventScroll: empty !== undefined && form.getBoundingClientRect().top >= 0 });
}

const KEY = 'lanyard-single-keys'

/** Whether keys pressed alone do something on this device. Somebody who speaks to a computer may not want that. */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export function switchSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // A browser that keeps nothing has them on.
  }
}

/** Whether a key was pressed for the page, and not for a field, a menu or a question in front of it. */
export function isForThePage(event: KeyboardEvent): boolean {
  const at = event.target instanceof Element ? event.target : document.body
  return (
    !event.defaultPrevented &&
    !at.closest(
      'input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [role=dialog], [role=menu], [role=listbox]',
    )
  )
}

/** Whether it is a single key for the page, and single keys do something here. */
export const isSingleKey = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && isForThePage(event) && singleKeysAreOn()

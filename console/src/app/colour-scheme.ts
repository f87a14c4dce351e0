import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core'

const KEY = 'lanyard.theme'

/**
 * Remembers light, dark or the same as the device. The HTML reads the same key before the first paint, so nothing
 * flashes; nothing stored means the same as the device.
 */
export function colourSchemeManager(): MantineColorSchemeManager {
  let stop = () => {}
  return {
    get: (fallback) => read() ?? fallback,
    set(value) {
      try {
        if (value === 'auto') localStorage.removeItem(KEY)
        else localStorage.setItem(KEY, value)
      } catch {
        // Storage can be forbidden; the choice then lasts as long as the page.
      }
    },
    subscribe(onUpdate) {
      const listen = (event: StorageEvent) => event.key === KEY && onUpdate(read() ?? 'auto')
      addEventListener('storage', listen)
      stop = () => removeEventListener('storage', listen)
    },
    unsubscribe: () => stop(),
    clear: () => localStorage.removeItem(KEY),
  }
}

function read(): MantineColorScheme | undefined {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : undefined
  } catch {
    return undefined
  }
}

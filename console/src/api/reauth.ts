type Asker = () => Promise<boolean>

let asker: Asker | undefined

/** The dialog that asks for the password offers itself here while it is on the page. */
export function offerToAsk(ask: Asker): () => void {
  asker = ask
  return () => {
    if (asker === ask) asker = undefined
  }
}

/** Asks the person for their password. True once the server has confirmed it; false if they turn away. */
export const askPassword = (): Promise<boolean> => asker?.() ?? Promise.resolve(false)

import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/mantine-styles.ts'
import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'
import './ui/mantine.css'
import './ui/sheet.css'
import './ui/register.css'
import './ui/form.css'
import { colourSchemeManager } from './app/colour-scheme.ts'
import { router } from './app/router.tsx'
import { theme, tokenVariables } from './app/theme.ts'
import { loadWords } from './app/words.ts'
import { problemOf } from './ui/problem.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
// The scroll lock of dialogs writes a <style> of its own and looks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce })

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal is an answer; only a failure on the way, or the server's own, is worth another try.
      retry: (tries, error) => tries < 2 && (problemOf(error).status === 0 || problemOf(error).status >= 500),
    },
  },
})

// Not awaited at the top of the module: pages loaded later import from the file that this becomes a part of.
async function open(): Promise<void> {
  await loadWords('en-GB')
  const root = document.getElementById('root')
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={tokenVariables}
          colorSchemeManager={colourSchemeManager()}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce}
        >
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </StrictMode>,
    )
  }
}

open()

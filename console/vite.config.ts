import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

// The server puts the nonce of each answer in place of this literal.
const NONCE = '__NONCE__'

const INDEX = resolve(here, 'index.html')
const DOOR = resolve(here, 'door.html')

export default defineConfig({
  root: here,
  base: '/',
  html: { cspNonce: NONCE },
  plugins: [react(), preloadFonts(), compressAssets()],
  build: {
    manifest: true,
    sourcemap: false,
    emptyOutDir: true,
    target: 'es2022',
    // The polyfill is an inline script that the content security policy would refuse; every browser we support has the real thing.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: INDEX, door: DOOR },
      output: {
        codeSplitting: { groups: [{ debugName: 'first load', tags: ['$initial'], name: firstFile }] },
      },
    },
  },
})

/**
 * What is wanted at once comes in few files, because each file also costs its headers and compresses alone: one for
 * what both entries need, one for the rest of the console. Pages loaded later are split as usual.
 */
function firstFile(id: string, context: Rolldown.ChunkingContext): string | null {
  if (!reachedFrom(INDEX, context).has(id)) return null
  return reachedFrom(DOOR, context).has(id) ? 'both' : 'console'
}

const reached = new Map<string, Set<string>>()

/** Every module that this page imports, itself or through others, without those that it imports later. */
function reachedFrom(page: string, context: Rolldown.ChunkingContext): Set<string> {
  const known = reached.get(page)
  if (known) return known
  const found = new Set([page])
  for (const id of found) for (const next of context.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  reached.set(page, found)
  return found
}

/** Text never waits for a stylesheet to name its font: every page has both faces, so the HTML itself asks for them. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
            injectTo: 'head' as const,
          })),
    },
  }
}

/** Writes .br and .gz beside each asset, so that the server sends small files without compressing on each request. */
function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    writeBundle({ dir }) {
      const folder = join(dir ?? resolve(here, 'dist'), 'assets')
      for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const path = join(folder, name)
        const content = readFileSync(path)
        writeFileSync(`${path}.br`, brotliCompressSync(content))
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
      }
    },
  }
}

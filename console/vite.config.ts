import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

// The server puts the nonce of each answer in place of this literal.
const NONCE = '__NONCE__'

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
      input: { index: resolve(here, 'index.html'), door: resolve(here, 'door.html') },
    },
  },
})

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

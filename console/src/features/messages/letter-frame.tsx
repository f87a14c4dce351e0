import type { SyntheticEvent } from 'react'

/**
 * A mail as its reader sees it, in a frame that runs no scripts, sends no forms and opens no links. The frame lives
 * under this page's content policy, which refuses styles written into HTML: style elements are lent the page's nonce,
 * and style attributes are set again from outside once the letter has loaded.
 */
export function LetterFrame({ html, title }: { html: string; title: string }) {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  const letter = html.replace(/\sstyle=/gi, ' data-style=').replace(/<style\b/gi, `<style nonce="${nonce}"`)
  return <iframe title={title} srcDoc={letter} sandbox="allow-same-origin" onLoad={dress} />
}

function dress({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>) {
  const letter = frame.contentDocument
  if (!letter) return
  for (const element of letter.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? ''
  }
  frame.style.height = `${letter.documentElement.scrollHeight + 2}px`
}

import { forWhom } from './client.ts'

type Upload<Made> = { made: Promise<Made>; stop: () => void }

/**
 * Sends a form with a file, which `fetch` could not say the progress of. Fails with what the server said, or with a
 * TypeError where it could not be reached, as any other call does. A repeat with the same key makes nothing twice.
 */
export function upload<Made>(
  path: string,
  form: FormData,
  key: string,
  onShare: (share: number) => void,
): Upload<Made> {
  const request = new XMLHttpRequest()
  const made = new Promise<Made>((done, fail) => {
    request.open('POST', path)
    request.responseType = 'json'
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Idempotency-Key', key)
    for (const [name, value] of Object.entries(forWhom())) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.upload.onload = () => onShare(1)
    request.onload = () => (request.status < 300 ? done(request.response as Made) : fail(request.response))
    request.onerror = () => fail(new TypeError('The server could not be reached'))
    request.onabort = () => fail(new DOMException('Given up', 'AbortError'))
    request.send(form)
  })
  return { made, stop: () => request.abort() }
}

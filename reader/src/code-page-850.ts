/** The upper half of code page 850, which Excel's “CSV (MS-DOS)” writes and the Encoding Standard does not know. */
const UPPER_HALF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'
const PART = 16 * 1024

export const CODE_PAGE_850 = 'cp850'

export function decodeCodePage850(bytes: Uint8Array): string {
  const codes = new Uint16Array(bytes.length)
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number
    codes[at] = byte < 128 ? byte : UPPER_HALF.charCodeAt(byte - 128)
  }
  const parts: string[] = []
  for (let at = 0; at < codes.length; at += PART)
    parts.push(String.fromCharCode(...codes.subarray(at, at + PART)))
  return parts.join('')
}

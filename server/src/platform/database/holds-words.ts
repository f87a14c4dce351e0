import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a text holds every word that was typed, without letter case, accents and punctuation. Under three letters a
 * word is the beginning of a word, else it may stand anywhere, as in the list of people.
 * @param folded the text by search_fold(), with a space before it
 */
export const holdsWords = (folded: RawBuilder<unknown>, typed: string): RawBuilder<unknown> => sql`(
  select coalesce(bool_and(strpos(${folded}, case when length(w) < 3 then ' ' || w else w end) > 0), true)
  from unnest(string_to_array(search_fold(${typed}), ' ')) w)`

type SentencesProps = { title: string; mark: string; sentences: string[] }

/** What something would do, sentence by sentence, marked in the margin; nothing where there is nothing to say. */
export function Sentences({ title, mark, sentences }: SentencesProps) {
  if (sentences.length === 0) return null
  return (
    <section>
      <div className="in section">
        <h2>{title}</h2>
      </div>
      <ul className="marginlist">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <span className="mark" aria-hidden>
              {mark}
            </span>
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  )
}

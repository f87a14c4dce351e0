import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Downloads } from './downloads.tsx'
import { EveryoneQuestion } from './everyone-question.tsx'
import { FileChoice } from './file-choice.tsx'
import './file-page.css'
import { useStaffListCache } from './list-query.ts'
import { needsMatching } from './match-rows.ts'
import { ReadFileReport } from './read-file.tsx'
import { Steps } from './steps.tsx'
import { todayAt } from './today.ts'
import { useDrop } from './use-drop.ts'
import { type Reader, useReader } from './use-reader.ts'
import { useUpload } from './use-upload.ts'

/** The first step: hand over a list, see what was read, say whether it is everyone. Only then does anything leave the browser. */
export function FilePage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const keep = useStaffListCache()
  const [returning, setReturning] = useState(false)
  const [everyone, setEveryone] = useState<boolean>()
  const ground = useMemo(
    () => ({
      domains: organisation.domains,
      today: todayAt(organisation.timeZone, Date.now()),
      remembered: {},
    }),
    [organisation.domains, organisation.timeZone],
  )
  const { reader, open, again, clear, clean } = useReader(ground)
  const sending = useUpload()

  const { forget } = sending
  const take = useCallback(
    (files: File[]) => {
      const [first] = files
      if (!first) return
      forget()
      open(files.length === 1 ? first.name : t('staffLists.file.several', { count: files.length }), files)
    },
    [open, forget, t],
  )
  const takeText = useCallback(
    (text: string) => take([new File([text], t('staffLists.file.pastedName'), { type: 'text/plain' })]),
    [take, t],
  )
  const { over } = useDrop(take, takeText)

  function go() {
    if (reader.state !== 'read' || everyone === undefined) return
    const { name, read, choices } = reader
    sending.mutate(
      { name, read, choices, clean, everyone },
      {
        onSuccess: async (list) => {
          keep(list)
          const place = { slug: organisation.slug, id: list.id }
          const settled = list.state === 'ready' && !needsMatching(list)
          await navigate(settled ? paths.staffListCheck(place) : paths.staffListMatch(place))
          await queries.invalidateQueries({ queryKey: ['get', '/api/v1/organisations/{id}/staff-lists'] })
        },
      },
    )
  }

  const read = reader.state === 'read' ? reader.read : reader.state === 'reading' ? reader.before : undefined
  const reason =
    reader.state === 'reading'
      ? t('staffLists.file.stillReading')
      : reader.state !== 'read'
        ? t('staffLists.file.needFile')
        : reader.read.reading.people === 0
          ? t('staffLists.file.needPeople')
          : everyone === undefined
            ? t('staffLists.file.needAnswer')
            : undefined
  const progress =
    sending.share < 1
      ? t('staffLists.file.uploading', { percent: Math.floor(sending.share * 100) })
      : t('staffLists.file.planning')
  return (
    <div className="sheet">
      <Steps current="file" />
      <PageHead title={t('staffLists.file.title')} lead={t('staffLists.file.lead')} />
      <Form
        error={sending.error}
        submit={t('staffLists.file.continue')}
        busy={sending.isPending}
        reason={reason}
        cancel={{ link: paths.staffLists({ slug: organisation.slug }), label: t('form.cancel') }}
        end={sending.isPending ? progress : t('staffLists.file.nothingYet')}
        onSubmit={go}
      >
        <Told reader={reader} />
        {read && reader.state !== 'empty' ? (
          <>
            <ReadFileReport
              name={reader.name}
              read={read}
              choices={reader.state === 'refused' ? {} : reader.choices}
              busy={reader.state === 'reading'}
              onChoices={(choices) => {
                forget()
                again(reader.name, choices)
              }}
              onAnother={() => {
                forget()
                setReturning(true)
                clear()
              }}
            />
            <EveryoneQuestion
              answer={everyone}
              onAnswer={(answer) => {
                forget()
                setEveryone(answer)
              }}
            />
          </>
        ) : (
          <>
            <Refused reader={reader} />
            <FileChoice over={over} focus={returning} onFiles={take} onText={takeText} />
            <Downloads />
          </>
        )}
      </Form>
    </div>
  )
}

type Handed = { reader: Reader }

/** Says how far the reading is, also to those who listen: once it is done, what was read. */
function Told({ reader }: Handed) {
  const { t } = useTranslation()
  const reading = reader.state === 'reading' && !reader.before
  const words =
    reader.state === 'reading'
      ? t('staffLists.file.reading', { name: reader.name })
      : reader.state === 'read'
        ? reader.read.reading.sentences[0]
        : ''
  return (
    <p className={reading ? 'in reading' : 'unseen'} role="status">
      {words}
    </p>
  )
}

/** Why a file could not be read, in the reader's own words. */
function Refused({ reader }: Handed) {
  const { t } = useTranslation()
  if (reader.state !== 'refused') return null
  const why =
    reader.message ?? t(reader.why === 'time' ? 'staffLists.file.tooLong' : 'staffLists.file.broken')
  return (
    <div className="in problem refused-file" role="alert">
      <h2>{t('staffLists.file.notRead', { name: reader.name })}</h2>
      <p>{why}</p>
    </div>
  )
}

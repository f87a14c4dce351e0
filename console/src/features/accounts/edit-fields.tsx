import { Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonEdit } from '../../api/types.ts'
import type { Draft, TextField } from './edit-draft.ts'

export type EditFieldsProps = {
  known: PersonEdit
  draft: Draft
  errorOf: (field: string) => string | undefined
  onChange: (change: Partial<Draft>) => void
}

type OneProps = EditFieldsProps & {
  field: TextField
  label: string
  hint?: string | undefined
  type?: 'text' | 'email' | 'date'
  className?: string
  /** The fields of its section. */
  together: TextField[]
}

/** The one reason for which all of these fields are closed: said once for all of them. */
function reasonForAll(known: PersonEdit, names: TextField[]): string | undefined {
  const [first, ...others] = names.map((name) => known.fields.find(({ field }) => field === name))
  const same = others.every((each) => !each?.allowed && each?.reason === first?.reason)
  return first && !first.allowed && same ? first.reason : undefined
}

/** What several fields have in common: a heading, and why none of them is yours to change. */
function Section(props: { known: PersonEdit; title: string; fields: TextField[]; children: ReactNode }) {
  const reason = reasonForAll(props.known, props.fields)
  return (
    <section className="in fields">
      <h2>{props.title}</h2>
      {reason ? <p className="muted">{reason}</p> : null}
      {props.children}
    </section>
  )
}

/** Why a field is closed, or that a staff list writes it; else the hint it has anyway. */
function useHint(
  { known, together }: OneProps,
  field: TextField,
  hint?: string,
): [boolean, string | undefined] {
  const { t } = useTranslation()
  const may = known.fields.find((each) => each.field === field)
  if (!may?.allowed) return [true, reasonForAll(known, together) ? undefined : may?.reason]
  return [false, [hint, may.listed ? t('editPerson.listed') : ''].filter(Boolean).join(' ') || undefined]
}

function One(props: OneProps) {
  const { draft, errorOf, onChange, field, label, hint, type = 'text', className } = props
  const [closed, description] = useHint(props, field, hint)
  return (
    <TextInput
      id={field}
      {...(className ? { className } : {})}
      type={type}
      label={label}
      description={description}
      disabled={closed}
      autoComplete="off"
      {...(type === 'email' ? { inputMode: 'email', autoCapitalize: 'none', spellCheck: false } : {})}
      value={draft[field]}
      error={errorOf(field)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  )
}

type ChoiceProps = OneProps & { choices: { key: string; label: string }[]; none?: string }

function Choice(props: ChoiceProps) {
  const { draft, errorOf, onChange, field, label, hint, choices, none } = props
  const [closed, description] = useHint(props, field, hint)
  const data = choices.map((each) => ({ value: each.key, label: each.label }))
  return (
    <Select
      id={field}
      label={label}
      description={description}
      disabled={closed}
      allowDeselect={false}
      data={none ? [{ value: '', label: none }, ...data] : data}
      value={draft[field]}
      error={errorOf(field)}
      onChange={(value) => onChange({ [field]: value ?? '' })}
    />
  )
}

const WHO: TextField[] = ['givenName', 'familyName', 'email']
const WORK: TextField[] = ['jobTitle', 'jobCategory', 'relationship', 'staffNumber']
const DATES: TextField[] = ['startDate', 'leavingDate', 'deletionDate']

/** Of the whole person, wherever they belong. */
export function NameFields(props: EditFieldsProps) {
  const { t } = useTranslation()
  const { known } = props
  return (
    <Section known={props.known} title={t('editPerson.who')} fields={WHO}>
      <One {...props} together={WHO} field="givenName" label={t('editPerson.givenName')} />
      <One {...props} together={WHO} field="familyName" label={t('editPerson.familyName')} />
      <One
        {...props}
        together={WHO}
        field="email"
        type="email"
        label={t('editPerson.email')}
        hint={t(known.provesEmail ? 'editPerson.emailProved' : 'editPerson.emailAtOnce')}
      />
      {known.languages.length > 1 ? (
        <Choice
          {...props}
          together={WHO}
          field="language"
          label={t('editPerson.language')}
          hint={t('editPerson.languageHint')}
          choices={known.languages}
        />
      ) : null}
    </Section>
  )
}

/** What somebody is at this organisation. */
export function WorkFields(props: EditFieldsProps) {
  const { t } = useTranslation()
  const { known } = props
  return (
    <Section
      known={props.known}
      title={t('editPerson.work', { place: known.organisation.name })}
      fields={WORK}
    >
      <One {...props} together={WORK} field="jobTitle" label={t('editPerson.jobTitle')} />
      <Choice
        {...props}
        together={WORK}
        field="jobCategory"
        label={t('editPerson.jobCategory')}
        choices={known.jobCategories}
        none={t('editPerson.notSaid')}
      />
      <Choice
        {...props}
        together={WORK}
        field="relationship"
        label={t('editPerson.relationship')}
        choices={known.relationships}
      />
      <One
        {...props}
        together={WORK}
        field="staffNumber"
        className="short"
        label={t('editPerson.staffNumber')}
        hint={t('editPerson.staffNumberHint')}
      />
    </Section>
  )
}

export function DateFields(props: EditFieldsProps) {
  const { t } = useTranslation()
  return (
    <Section known={props.known} title={t('editPerson.dates')} fields={DATES}>
      <One
        {...props}
        together={DATES}
        field="startDate"
        type="date"
        className="short"
        label={t('editPerson.startDate')}
      />
      <One
        {...props}
        together={DATES}
        field="leavingDate"
        type="date"
        className="short"
        label={t('editPerson.leavingDate')}
        hint={t('editPerson.leavingDateHint')}
      />
      <One
        {...props}
        together={DATES}
        field="deletionDate"
        type="date"
        className="short"
        label={t('editPerson.deletionDate')}
        hint={t('editPerson.deletionDateHint')}
      />
    </Section>
  )
}

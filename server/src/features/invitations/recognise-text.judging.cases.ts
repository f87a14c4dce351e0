import type { Case } from './recognise-text.reading.cases.ts'

/** Addresses to be warned of, asked about or refused. */
export const JUDGING: Case[] = [
  [
    'a shared mailbox is a warning',
    'office@reed.example; head.teacher@reed.example',
    'ready office@reed.example role_mailbox',
    'ready head.teacher@reed.example role_mailbox',
  ],
  [
    'an address of another domain is a warning, the first of two',
    'a@mill.example office@gmail.com',
    'ready a@mill.example domain_outside',
    'ready office@gmail.com domain_outside',
  ],
  [
    'letters of another alphabet are a warning, with the A-label',
    'a@ѕсhool.sch.uk',
    'ready a@xn--hool-k6d3j.sch.uk homograph_domain',
  ],
  [
    'a slip in the school’s own domain is asked about',
    'a@reed.exmaple a@hillsite.sch.uk',
    'check a@reed.exmaple email_typo a@reed.example',
    'check a@hillsite.sch.uk email_typo a@hillside.sch.uk',
  ],
  [
    'a slip in a common domain is asked about',
    'a@gmail.co a@hotmial.co.uk a@outlok.com',
    'check a@gmail.co email_typo a@gmail.com',
    'check a@hotmial.co.uk email_typo a@hotmail.co.uk',
    'check a@outlok.com email_typo a@outlook.com',
  ],
  [
    'an ending that nobody can have is asked about',
    'a@mill.con a@mill.sch.k a@mill.co.k',
    'check a@mill.con email_typo a@mill.com',
    'check a@mill.sch.k email_typo a@mill.sch.uk',
    'check a@mill.co.k email_typo a@mill.co.uk',
  ],
  [
    'real short domains are not asked about',
    'a@mail.com b@email.com c@me.com d@yahoo.ca e@love.com',
    ...['a@mail.com', 'b@email.com', 'c@me.com', 'd@yahoo.ca', 'e@love.com'].map(
      (email) => `ready ${email} domain_outside`,
    ),
  ],
  [
    'a domain below the school’s own is not asked about',
    'a@staff.reed.example',
    'ready a@staff.reed.example domain_outside',
  ],
  [
    'a name without a dot that begins a known domain suggests the whole',
    'a@reed b@gmail',
    'invalid "a@reed" email_format a@reed.example',
    'invalid "b@gmail" email_format b@gmail.com',
  ],
  [
    'a header smuggled in on a new line is refused',
    'ann@reed.example\r\nBcc: eve@evil.example',
    'ready ann@reed.example',
    'invalid "Bcc: eve@evil.example" email_format',
  ],
  [
    'a group is refused whole',
    'team: a@x.example, b@y.example; c@reed.example',
    'invalid "team: a@x.example, b@y.example" email_format',
    'ready c@reed.example',
  ],
  [
    'a group without spaces is refused whole',
    'team:a@x.example,b@y.example;',
    'invalid "team:a@x.example,b@y.example" email_format',
  ],
  [
    'a comment inside an address is refused',
    'v@good.example(x)evil.example',
    'invalid "v@good.example(x)evil.example" email_format',
  ],
  [
    'an address in a quoted name before the @ is refused',
    '"x@evil.example y"@good.example',
    'invalid "\\"x@evil.example y\\"@good.example" email_format',
  ],
  [
    'the same with a comma in it',
    '"x@evil.example, y" @good.example',
    'invalid "\\"x@evil.example, y\\" @good.example" email_format',
  ],
  [
    'a name that is another address is refused',
    '"ann@reed.example" <eve@evil.example>',
    'invalid "\\"ann@reed.example\\" <eve@evil.example>" email_format',
  ],
  [
    'a host glued to a bracket is refused',
    'v@good.example<x>evil.example',
    'invalid "v@good.example<x>evil.example" email_format',
  ],
  [
    'a null character hides nothing',
    'ann@reed.example\u0000.evil.example',
    'invalid "ann@reed.example\\u0000.evil.example" email_format',
  ],
]

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

// Mantine asks for ten shades; ours is one colour for each theme, so all ten are the token.
const accent = Array.from({ length: 10 }, () => 'var(--accent)') as unknown as MantineColorsTuple

// What drops down or opens over the page still belongs to its main part, for those who move by landmarks.
const portalProps = { target: '#main' }

/** Mantine in our type, sizes and corners. Colours come from the tokens, by `tokenVariables`. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-code)',
  headings: { fontFamily: 'var(--font-title)', fontWeight: '600' },
  defaultRadius: 4,
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  focusRing: 'never',
  respectReducedMotion: true,
  components: {
    InputWrapper: {
      defaultProps: {
        inputWrapperOrder: ['label', 'description', 'error', 'input'],
        errorProps: { role: undefined },
      },
    },
    Modal: {
      defaultProps: {
        portalProps,
        centered: true,
        radius: 6,
        padding: 24,
        overlayProps: { backgroundOpacity: 0.4 },
      },
    },
    Drawer: { defaultProps: { portalProps } },
    Menu: {
      // Focus goes to the first item, as in any menu; the placeholder Mantine would focus instead has no role in one.
      defaultProps: {
        portalProps,
        withInitialFocusPlaceholder: false,
        radius: 6,
        width: 264,
        position: 'bottom-end',
        transitionProps: { duration: 0 },
      },
    },
    Combobox: { defaultProps: { portalProps, radius: 6, transitionProps: { duration: 0 } } },
  },
})

const colours = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--border)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--rule)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
}

/** Both schemes read the same tokens: it is the tokens that change with the theme. */
export const tokenVariables: CSSVariablesResolver = () => ({ variables: {}, light: colours, dark: colours })

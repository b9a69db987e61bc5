import { type ThemeConfig, theme } from 'antd';

// by the language of the page, see tokens.css
const fontFamily = 'var(--zt-font)';

const lightColumn = {
  colorPrimary: '#0B5A8C',
  colorInfo: '#0B5A8C',
  colorLink: '#0B5A8C',
  colorLinkHover: '#0E6FAB',
  colorLinkActive: '#0B5A8C',
  colorSuccess: '#14704A',
  colorWarning: '#8A5D00',
  colorError: '#B4231B',
  colorTextBase: '#16202B',
  colorText: '#16202B',
  colorTextSecondary: '#4A5868',
  colorTextTertiary: '#5A6979',
  colorTextDescription: '#5A6979',
  colorTextPlaceholder: '#5A6979',
  colorTextDisabled: '#5A6979',
  colorIcon: '#4A5868',
  colorBgLayout: '#F5F7F9',
  colorBgContainer: '#FFFFFF',
  colorBorder: '#758493',
  colorBorderSecondary: '#D5DCE4',
  colorSplit: '#D5DCE4',
  colorPrimaryBg: '#E6F1F8',
  controlItemBgActive: '#E6F1F8',
  controlItemBgHover: '#EEF2F6',
  colorPrimaryBorder: '#2F7DB8',
} as const;

const darkColumn = {
  colorPrimary: '#5AAEE0',
  colorInfo: '#5AAEE0',
  colorLink: '#5AAEE0',
  colorLinkHover: '#7CC0E8',
  colorLinkActive: '#5AAEE0',
  colorPrimaryHover: '#7CC0E8',
  colorPrimaryActive: '#5AAEE0',
  colorPrimaryText: '#5AAEE0',
  colorSuccess: '#5CCB9A',
  colorWarning: '#F2C14E',
  colorError: '#FF8A80',
  colorTextBase: '#E6EBF0',
  colorText: '#E6EBF0',
  colorTextSecondary: '#A9B5C1',
  colorTextTertiary: '#8F9CAA',
  colorTextDescription: '#8F9CAA',
  colorTextPlaceholder: '#8F9CAA',
  colorTextDisabled: '#8F9CAA',
  colorIcon: '#A9B5C1',
  colorBgBase: '#10161C',
  colorBgLayout: '#10161C',
  colorBgContainer: '#182029',
  colorBgElevated: '#212B36',
  colorBorder: '#6F7C8B',
  colorBorderSecondary: '#2E3945',
  colorSplit: '#2E3945',
  colorPrimaryBg: '#14303F',
  controlItemBgActive: '#14303F',
  controlItemBgHover: '#212B36',
  colorPrimaryBorder: '#7CC0E8',
} as const;

const shape = {
  fontFamily,
  linkDecoration: 'underline',
  borderRadius: 6,
  borderRadiusSM: 4,
  borderRadiusLG: 8,
  motionDurationFast: '0.1s',
  motionDurationMid: '0.16s',
  motionDurationSlow: '0.24s',
} as const;

const densities = {
  comfortable: { fontSize: 14, controlHeight: 36 },
  compact: { fontSize: 14, controlHeight: 28 },
  large: { fontSize: 18, controlHeight: 44 },
} as const;

export interface ThemeWish {
  readonly dark: boolean;
  readonly density: keyof typeof densities;
  readonly phone: boolean;
  readonly still: boolean;
}

/** Never undefined: a switch to or from undefined would remount the whole tree and lose half-filled forms. */
export function themeOf({ dark, density, phone, still }: ThemeWish): ThemeConfig {
  const size = phone ? { fontSize: density === 'large' ? 18 : 16, controlHeight: 44 } : densities[density];
  const base = dark ? darkTheme : lightTheme;
  return { ...base, token: { ...base.token, ...size, motion: !still } };
}

const lightTheme: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: { ...lightColumn, ...shape },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tag: { defaultBg: '#EEF2F6', defaultColor: '#16202B' },
  },
};

const darkTheme: ThemeConfig = {
  // the dark algorithm alone repaints the seeds; the second function pins them
  algorithm: [theme.darkAlgorithm, (_seed, map) => ({ ...theme.darkAlgorithm(_seed, map), ...darkColumn })],
  token: { ...darkColumn, ...shape },
  components: {
    Button: {
      ...{ primaryColor: '#0B1218', dangerColor: '#0B1218' },
      ...{ primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
    Tag: { defaultBg: '#212B36', defaultColor: '#E6EBF0' },
  },
};

import type { ThemeConfig } from 'antd';

export const fontFamily =
  "'PingFang SC','Hiragino Sans GB','Microsoft YaHei UI','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',system-ui,sans-serif";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#14595a',
    colorInfo: '#1f5f8b',
    colorError: '#b3261e',
    colorWarning: '#8a5300',
    colorSuccess: '#2c6a3f',
    colorLink: '#14595a',
    colorPrimaryBg: '#e4efed',
    colorPrimaryBgHover: '#d5e6e3',
    colorInfoBg: '#eaf1f7',
    colorInfoBorder: '#b7cddd',
    colorErrorBg: '#fcebe9',
    colorErrorBorder: '#e3aaa6',
    colorWarningBg: '#fdf1dc',
    colorWarningBorder: '#e7c994',
    colorSuccessBg: '#e6f2e9',
    colorSuccessBorder: '#a9cdb4',
    controlItemBgActive: '#e4efed',
    controlItemBgActiveHover: '#d5e6e3',
    colorText: '#1a2930',
    colorTextSecondary: '#4b5c65',
    colorTextTertiary: '#5b6b74',
    colorTextDescription: '#54646d',
    colorTextPlaceholder: '#5a6971',
    colorTextDisabled: '#5a6971',
    colorBorder: '#b9c3c8',
    colorBorderSecondary: '#dde3e5',
    borderRadius: 5,
    borderRadiusLG: 8,
    controlHeight: 34,
    fontSize: 14,
    fontFamily,
    motion: false,
    wireframe: false,
  },
  components: {
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px', labelColor: '#33454e' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
  },
};

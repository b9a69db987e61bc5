import type { FindingText, ImportFaultCode } from './import-finding.ts';

/** What a row says against what the library knows already. */
export const importLibraryTexts = {
  'library.look-alike': {
    title: { zh: '与库中主体疑似同一家', en: 'Looks like one that is in the library' },
    row: {
      zh: '库里有“{name}”。是同一家就更新它，不是就另建',
      en: 'The library has “{name}”. Update it if it is the same one, else enter a new one',
    },
  },
  'library.ambiguous': {
    title: { zh: '{heading} 在库里有几家', en: '{heading} is the name of several in the library' },
    row: {
      zh: '库里有 {count} 家叫“{value}”。请填统一社会信用代码',
      en: 'The library has {count} called “{value}”. Fill in the credit code',
    },
  },
  'library.other-code': {
    title: { zh: '库里同名主体的信用代码不同', en: 'The one of this name in the library has another credit code' },
    row: {
      zh: '库里“{value}”的代码是 {code}。请核对哪个对',
      en: 'In the library “{value}” has the code {code}. Please check which is right',
    },
  },
  'library.merged-away': {
    title: { zh: '库里已并入另一家', en: 'Merged into another one in the library' },
    row: {
      zh: '库里“{value}”已并入“{into}”。请改用“{into}”的名称和代码',
      en: 'In the library “{value}” has been merged into “{into}”. Use the name and code of “{into}”',
    },
  },
  'library.name-changes': {
    title: {
      zh: '信用代码在库里是另一个名称，导入后更名',
      en: 'The credit code is known under another name; the import renames it',
    },
    row: {
      zh: '库里的名称是“{name}”，将改为“{value}”，原名保留在沿革里',
      en: 'Its name in the library is “{name}”; it becomes “{value}”, and the history keeps the old one',
    },
  },
  'library.same-target': {
    title: { zh: '几行指向库里同一家', en: 'Several rows mean the same one in the library' },
    row: {
      zh: '与第 {line} 行是库里的同一家。请只留一行',
      en: 'Row {line} means the same one in the library. Keep one of them',
    },
  },
  'library.elsewhere': {
    title: { zh: '{heading} 已登记在别的城市', en: '{heading} is registered in another city' },
    row: {
      zh: '代码 {value} 已登记在别的城市。请核对，或请对方城市先处理',
      en: 'The code {value} is registered in another city. Please check, or ask that city',
    },
  },
  'parent.unknown': {
    title: { zh: '{heading} 查不到', en: '{heading} is not known' },
    row: {
      zh: '库里和本文件里都没有“{value}”。请先导入上级，或更正名称',
      en: 'Neither the library nor this file has “{value}”. Import it first, or correct the name',
    },
  },
  'parent.ambiguous': {
    title: { zh: '{heading} 有几家同名', en: '{heading} is the name of several' },
    row: {
      zh: '有 {count} 家叫“{value}”。请填它的统一社会信用代码',
      en: '{count} are called “{value}”. Fill in its credit code',
    },
  },
  'parent.itself': {
    title: { zh: '{heading} 是它自己', en: '{heading} is itself' },
    row: {
      zh: '上级不能是自己或自己的下级。请更正',
      en: 'It cannot belong to itself or to one of its own. Please correct it',
    },
  },
} as const satisfies Partial<Record<ImportFaultCode, FindingText>>;

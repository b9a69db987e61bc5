import type { RefusalRow } from '@zhitong/domain/refusal';

export const platformRefusalCodes = [
  'platform.invalid-input',
  'platform.body-too-large',
  'platform.file-too-large',
  'platform.file-missing',
  'platform.upload-broken',
  'platform.not-found',
  'platform.signed-out',
  'platform.forbidden',
  'platform.viewing-only',
  'platform.viewing-withheld',
  'platform.foreign-origin',
  'platform.too-many-requests',
  'platform.database-away',
  'platform.disk-full',
  'platform.failure',
] as const;
export type PlatformRefusalCode = (typeof platformRefusalCodes)[number];

export const platformRefusals = {
  'platform.invalid-input': {
    status: 400,
    zh: '有 {count} 处需要修改：{fields}',
    en: '{count} to correct: {fields}',
  },
  'platform.body-too-large': {
    status: 413,
    zh: '内容太大，最多 {limit}。请删减，或分几次提交',
    en: 'Too large, at most {limit}. Shorten it or send it in parts',
  },
  'platform.file-too-large': {
    status: 413,
    zh: '文件太大，最多 {limit}。请压缩，或分成几个文件',
    en: 'The file is too large, at most {limit}. Compress it or split it into several files',
  },
  'platform.file-missing': {
    status: 400,
    zh: '没有收到文件。请选择一个文件再上传',
    en: 'No file arrived. Choose a file and upload again',
  },
  'platform.upload-broken': {
    status: 400,
    zh: '上传中断，或内容不是完整的表单。请重试',
    en: 'The upload was cut off or is not a complete form. Please try again',
  },
  'platform.not-found': {
    status: 404,
    zh: '没有这条记录，或者您不在可见范围内',
    en: 'No such record, or it is not shared with you',
  },
  'platform.signed-out': {
    status: 401,
    zh: '还没有登录，或离开太久已退出。请登录',
    en: 'Not signed in, or signed out after inactivity. Please sign in',
  },
  'platform.forbidden': { status: 403, zh: '您的岗位不能做这件事', en: 'Your post may not do this' },
  'platform.viewing-only': {
    status: 403,
    zh: '正以他人视角查看，只能看，不能操作。请先结束查看',
    en: 'You are viewing as somebody else and can only look. End the viewing first',
  },
  'platform.viewing-withheld': {
    status: 403,
    zh: '此人在这里能看到内容。以他人视角查看时不显示，因为您自己的岗位不能看',
    en: 'This person sees content here. It is not shown while viewing as somebody, because your own post may not see it',
  },
  'platform.foreign-origin': {
    status: 403,
    zh: '请求来自别的网站，未执行',
    en: 'The request came from another site and was not carried out',
  },
  'platform.too-many-requests': {
    status: 429,
    zh: '请求太频繁，请 {seconds} 秒后再试',
    en: 'Too many requests. Please try again in {seconds} s',
  },
  'platform.database-away': {
    status: 503,
    zh: '数据库暂时连不上，您填的内容还在。请稍后重试',
    en: 'The database cannot be reached for the moment. What you typed is kept. Please try again',
  },
  'platform.disk-full': {
    status: 503,
    zh: '服务器磁盘已满，这一步没有保存，您填的内容还在。请联系系统管理员清理磁盘后重试',
    en: 'The disk of the server is full. Nothing of this step was saved, and what you typed is kept. Ask the system administrator to free space, then try again',
  },
  'platform.failure': {
    status: 503,
    zh: '没能完成，您填的内容还在。请重试',
    en: 'This could not be done. What you typed is kept. Please try again',
  },
} as const satisfies Record<PlatformRefusalCode, RefusalRow>;

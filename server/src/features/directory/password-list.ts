import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * The 49,233 passwords seen most often in leaks (list of zxcvbn-ts, MIT), and habits of this country that it misses. It comes
 * with the product: nothing is asked of the internet.
 */
let leaked: ReadonlySet<string> | undefined;

export function isLeakedPassword(text: string): boolean {
  leaked ??= new Set([...dictionary['passwords-common'], ...habits]);
  return leaked.has(text);
}

/** Love, luck and keyboards, as they are typed in Chinese offices; compared without case, and without digits around them. */
const habits = [
  ...[
    'woaini',
    'woaini1314',
    'woaini520',
    'woaiwojia',
    'wozuishuai',
    'wodemima',
    'woshishui',
    'aini1314',
    'iloveyou1314',
  ],
  ...[
    '5201314',
    '5201314520',
    '1314520',
    '1314521',
    '7758521',
    '7758258',
    '1472583690',
    '147258369',
    '123698745',
    '987654321',
  ],
  ...[
    'qazwsxedc',
    'qweasdzxc',
    'asdfghjkl',
    'zxcvbnm',
    '1qazxsw2',
    'q1w2e3r4',
    'abcd1234',
    'aa123456',
    'a1234567',
    'asd123456',
  ],
  ...['zhongguo', 'beijing', 'shanghai', 'shandong', 'zhengfu', 'gongxinju', 'mima', 'mima123', 'mimamima'],
  ...[
    'admin',
    'admin888',
    'admin@123',
    'administrator',
    'root',
    'system',
    'guanliyuan',
    'huawei@123',
    'password',
    'p@ssw0rd',
  ],
];

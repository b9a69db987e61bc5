/** The files of the folder that are read, and the columns each must have. Other files and columns are left alone. */
export const chainkgColumns = {
  companies: ['code', 'name', 'fullname', 'listed_on'],
  company_region: ['code', 'province', 'city'],
  industries: ['code', 'name'],
  company_industry: ['code', 'industry_code'],
  products: ['name'],
  company_product: ['code', 'product', 'revenue_share'],
  product_relations: ['from', 'to', 'type'],
} as const;

export type ChainkgFile = keyof typeof chainkgColumns;
export const chainkgFiles = Object.keys(chainkgColumns) as readonly ChainkgFile[];
export type ChainkgRow<File extends ChainkgFile> = Readonly<Record<(typeof chainkgColumns)[File][number], string>>;

/** All rows of the folder as the files have them: text, nothing cleaned. */
export type ChainkgRows = { readonly [File in ChainkgFile]: readonly ChainkgRow<File>[] };

/** `000001`: the code of a share, the external code of the company. */
export type StockCode = string;

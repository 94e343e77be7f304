/** Upper-case and camelCase field names of one request (Bitrix24 source, crm/lib/Service/Converter.php). */

/** Keeps `_` between digits through the camelCase conversion. */
const UNDERSCORE_MARK = '~~~';

/** Remembers every pair it has met, which is why an answer echoes the spelling of the request. */
export class FieldNames {
  private readonly camelByUpper = new Map<string, string>();
  private readonly upperByCamel = new Map<string, string>();

  /** `knownUpperNames`: the standard fields, whose upper-case names are accepted as they are. */
  constructor(knownUpperNames: readonly string[]) {
    for (const name of knownUpperNames) this.toCamel(name);
  }

  toUpper(name: string): string {
    if (this.camelByUpper.has(name)) return name;
    const known = this.upperByCamel.get(name);
    if (known !== undefined) return known;
    const upper = isSpecialCamel(name) ? specialToUpper(name) : snakeUpper(name);
    this.remember(name, upper);
    return upper;
  }

  toCamel(name: string): string {
    const known = this.camelByUpper.get(name);
    if (known !== undefined) return known;
    const candidate = isSpecialUpper(name) ? specialToCamel(name) : camel(name);
    const result = this.upperByCamel.has(candidate) ? name : candidate;
    this.remember(result, name);
    return result;
  }

  private remember(camelName: string, upperName: string): void {
    this.camelByUpper.set(upperName, camelName);
    this.upperByCamel.set(camelName, upperName);
  }
}

function isSpecialCamel(name: string): boolean {
  if (
    /^[A-Za-z_]+$/.test(name) ||
    /^ufCrm\d{1,4}_[\d_]+$/.test(name) ||
    /^ufCrm\d{1,4}[A-Za-z_]+$/.test(name)
  ) {
    return false;
  }
  return /^uf/i.test(name);
}

function isSpecialUpper(name: string): boolean {
  if (
    /^[A-Z_]+$/.test(name) ||
    /^UF_CRM_\d{1,4}_[\d_]+$/.test(name) ||
    /^UF_CRM_\d{1,4}_[A-Z_]+$/.test(name)
  ) {
    return false;
  }
  return /^UF_/i.test(name);
}

function specialToUpper(name: string): string {
  if (/^ufCrm_/i.test(name)) return `UF_CRM_${name.slice(6)}`;
  if (/^ufCrm/i.test(name)) return `UF_CRM${name.slice(5)}`;
  return `UF_${name.slice(2)}`;
}

function specialToCamel(name: string): string {
  if (/^UF_CRM_/i.test(name)) return `ufCrm_${name.slice(7)}`;
  if (/^UF_CRM/i.test(name)) return `ufCrm${name.slice(6)}`;
  return `uf${name.slice(3)}`;
}

/** Bitrix24 source, main/lib/engine/response/converter.php, TO_UPPER | TO_SNAKE_DIGIT. */
function snakeUpper(name: string): string {
  return name
    .replace(/(\d+)([A-Za-z])/g, '$1_$2')
    .replace(/([A-Za-z])(\d)/g, '$1_$2')
    .replace(/([^_])([A-Z])/g, '$1_$2')
    .toUpperCase();
}

/** The same file, TO_CAMEL | LC_FIRST. */
function camel(name: string): string {
  const marked = name.replace(/(\d)_(\d)/g, `$1${UNDERSCORE_MARK}$2`).toLowerCase();
  const joined = marked
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return (joined.charAt(0).toLowerCase() + joined.slice(1)).replaceAll(UNDERSCORE_MARK, '_');
}

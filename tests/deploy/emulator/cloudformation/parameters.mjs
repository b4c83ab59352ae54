// SPDX-License-Identifier: Apache-2.0
// Values of a template's parameters.
import { invalid } from '../error.mjs';

const ssmType = /^AWS::SSM::Parameter::Value<(.*)>$/;

/**
 * The values that the template sees, by name.
 * @param {Record<string, string>} given  what the request or the parent says
 */
export function parameterValues(region, { Parameters = {} }, given) {
  const strange = Object.keys(given).filter((name) => !(name in Parameters));
  if (strange.length) throw invalid(`Parameters: [${strange.join(', ')}] do not exist in the template`);
  const missing = Object.keys(Parameters).filter((name) => !(name in given) && Parameters[name].Default === undefined);
  if (missing.length) throw invalid(`Parameters: [${missing.join(', ')}] must have values`);
  return Object.fromEntries(
    Object.entries(Parameters).map(([name, parameter]) => [name, valueOf(region, name, parameter, String(given[name] ?? parameter.Default))]),
  );
}

/** What a request says, with `UsePreviousValue` filled in from what the stack is now. */
export function givenParameters(list = [], previous) {
  return Object.fromEntries(
    list.map(({ ParameterKey: name, ParameterValue: value, UsePreviousValue }) => {
      if (UsePreviousValue !== 'true') return [name, value ?? ''];
      const before = previous?.given[name] ?? previous?.template.Parameters?.[name]?.Default;
      if (before === undefined) throw invalid(`Parameters: [${name}] have no previous value`);
      return [name, before];
    }),
  );
}

function valueOf(region, name, parameter, value) {
  const refuse = (message) => invalid(parameter.ConstraintDescription ? `Parameter ${name} failed to satisfy constraint: ${parameter.ConstraintDescription}` : `Parameter '${name}' ${message}`);
  const { Type, AllowedValues, AllowedPattern, MinLength, MaxLength, MinValue, MaxValue } = parameter;
  if (AllowedValues && !AllowedValues.map(String).includes(value)) throw refuse(`must be one of AllowedValues`);
  if (AllowedPattern && !new RegExp(`^(?:${AllowedPattern})$`).test(value)) throw refuse(`must match pattern ${AllowedPattern}`);
  if (value.length < (MinLength ?? 0) || value.length > (MaxLength ?? Infinity)) throw refuse('has another length than it may');
  if (Type === 'Number' && (Number.isNaN(Number(value)) || value < (MinValue ?? -Infinity) || value > (MaxValue ?? Infinity))) {
    throw refuse('must be a number in its range');
  }
  const stored = ssmType.exec(Type);
  if (stored) {
    if (!region.parameters.has(value)) throw invalid(`Unable to fetch parameters [${value}] from parameter store for this account.`);
    value = region.parameters.get(value);
  }
  return /^(CommaDelimitedList|List<.*>)$/.test(stored?.[1] ?? Type) ? value.split(',').map((item) => item.trim()) : value;
}

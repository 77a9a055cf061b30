import type { Language } from '../language/language.js';
import { describeDay } from './describe-day.js';
import { type Forecast, LEAST_CHANGED, LEAST_SPRINTS } from './forecast.js';

/** When the target will be met; empty where it is. */
export function describeForecast(forecast: Forecast, language: Language): string {
  switch (forecast.kind) {
    case 'reached':
      return '';
    case 'too-few':
      return language.say(
        'Too few changes yet for a forecast: it takes {0} sprints, {1} of them with a change; so far there are {2}, {3} of them with a change.',
        LEAST_SPRINTS,
        LEAST_CHANGED,
        forecast.sprints,
        forecast.changed,
      );
    case 'not-falling':
      return language.say(
        'No forecast: in the last {0} sprints the number did not fall, or too little to get there within ten years.',
        forecast.sprints,
      );
    case 'date':
      return describeExpected(forecast, language);
  }
}

function describeExpected(
  { expected, earliest, latest, fall, sprints }: Extract<Forecast, { kind: 'date' }>,
  language: Language,
): string {
  const pace = [
    sprints,
    language.number(Math.round(fall.expected)),
    describeDay(expected, language),
  ];
  if (earliest === latest) {
    return language.say(
      'If it goes on as in the last {0} sprints, about {1} a sprint: {2}.',
      ...pace,
    );
  }
  const first = describeDay(earliest, language);
  return latest === null
    ? language.say(
        'If it goes on as in the last {0} sprints, about {1} a sprint: {2}, not before {3}, and perhaps not within ten years.',
        ...pace,
        first,
      )
    : language.say(
        'If it goes on as in the last {0} sprints, about {1} a sprint: {2}, most likely between {3} and {4}.',
        ...pace,
        first,
        describeDay(latest, language),
      );
}

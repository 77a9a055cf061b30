import assert from 'node:assert/strict';
import { describeCauses } from '../../../../src/core/branch/described-item.js';
import { describeFinding } from '../../../../src/core/gate/describe-finding.js';
import { phrase } from '../../../../src/core/language/language.js';
import { tagOf } from '../../../../src/core/language/tag-of.js';
import { parseDay } from '../../../../src/core/plan/day.js';
import {
  describeDate,
  describeDay,
  describeMonth,
} from '../../../../src/core/plan/describe-day.js';
import { describePlan } from '../../../../src/core/plan/describe-plan.js';
import { measureProgress } from '../../../../src/core/plan/plan-progress.js';
import { describeProblem } from '../../../../src/core/problem/describe-problem.js';
import type { Problem } from '../../../../src/core/problem/problem.js';
import { describeOutcome } from '../../../../src/project/outcome.js';
import { GERMAN } from '../../../support/language/german.js';
import { factsOf, size, storyPlan } from '../../../support/plan/plans.js';

const messageOf = (problem: Problem) => describeProblem(problem, GERMAN).message;

describe('in German', () => {
  it('a problem is told, with what a file or mypy says as it is', () => {
    assert.equal(
      messageOf({ kind: 'workspace-untrusted', path: '/p/mypy-baseline.jsonl' }),
      'Dieser Arbeitsbereich ist nicht vertrauenswürdig, daher wird mypy nicht ausgeführt: Angezeigt wird, was in mypy-baseline.jsonl steht.',
    );
    assert.equal(
      messageOf({
        kind: 'baseline-malformed',
        path: '/p/b.jsonl',
        line: 3,
        detail: phrase('it is not JSON from character {0}', 7),
      }),
      'b.jsonl ist in Zeile 3 beschädigt: ab Zeichen 7 ist es kein JSON. Die Datei bleibt, wie sie ist.',
    );
    assert.equal(
      messageOf({ kind: 'configuration-warning', detail: 'mypy.ini: unused section' }),
      'mypy warnt: mypy.ini: unused section',
    );
    const differences = [
      { field: 'mypy', baseline: '1.19', here: '' },
      { field: 'config', baseline: 'a', here: 'b' },
    ] as const;
    assert.equal(
      messageOf({ kind: 'environment-differs', differences }),
      'Die Baseline wurde in einer anderen Umgebung geschrieben: mypy 1.19 (hier: (nichts)), andere mypy-Konfiguration. Sie wird verglichen, aber erst geändert, wenn Sie sie aktualisieren.',
    );
  });

  it('what came of a command is told, with numbers as Germans write them', () => {
    assert.equal(
      describeOutcome(
        { kind: 'written', added: 1_200, removed: 1, total: 12_345 },
        'b.jsonl',
        GERMAN,
      ),
      'b.jsonl: 1.200 Fehler aufgenommen und 1 entfernt, insgesamt 12.345 Fehler.',
    );
  });

  it('a gate says what fails', () => {
    const say = (finding: Parameters<typeof describeFinding>[0]) =>
      describeFinding(finding, GERMAN);
    assert.equal(
      say({ kind: 'new-errors', count: 2, expired: 1 }),
      '2 neue Fehler, davon 1 abgelaufen',
    );
    assert.equal(
      say({ kind: 'growth-unchecked', why: phrase('git is not installed') }),
      'ob die Baseline gewachsen ist, wurde nicht geprüft: git ist nicht installiert',
    );
    assert.equal(
      say({ kind: 'cap-exceeded', part: { kind: 'total' }, current: 1_001, max: 1_000 }),
      '1.001 Fehler insgesamt, 1.000 sind erlaubt',
    );
  });

  it('a cause and a day stand where German has them', () => {
    assert.equal(
      describeCauses(['a.py', 'b.py'], GERMAN),
      'durch Ihre Änderung an a.py oder b.py verursacht',
    );
    const day = parseDay('2027-03-05') ?? 0;
    assert.equal(describeDay(day, GERMAN), '5. März 2027');
    assert.equal(describeDate(day, GERMAN), '5. März');
    assert.equal(describeMonth(day, GERMAN), 'März 2027');
    assert.equal(tagOf(GERMAN), 'de');
  });

  it('a plan says where it stands', () => {
    const sizes = [3_636, 3_600].map((total, at) => size(20_800 + at * 14, total));
    const now = size(20_800 + 14, 3_600);
    const [state] = describePlan(measureProgress(storyPlan(), factsOf(sizes, now)), GERMAN);
    assert.match(
      state ?? '',
      /^Hinter dem Plan: 3\.600 Fehler, [\d.]+ mehr als für heute geplant\.$/,
    );
  });
});

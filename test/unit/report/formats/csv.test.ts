import assert from 'node:assert/strict';
import { countsCsv } from '../../../../src/report/formats/csv.js';
import { toCsvText } from '../../../../src/report/formats/csv-text.js';
import { sampleReport } from '../../../support/report/sample-report.js';

describe('the CSV report', () => {
  it('has a row for each category, code and file, which adds up to the whole', () => {
    const [heading, ...rows] = countsCsv(sampleReport()).trimEnd().split('\r\n');
    assert.equal(heading, 'category,priority,code,path,errors,base,change,new,fixed');
    assert.deepEqual(rows, [
      'incompatible-types,high,assignment,app/models.py,1,0,1,1,0',
      'incompatible-types,high,assignment,app/old.py,1,0,1,0,0',
      'incompatible-types,high,assignment,app/done.py,0,1,-1,0,1',
      'optional,high,union-attr,app/views.py,1,1,0,0,0',
    ]);
  });

  it('keeps what has a meaning in CSV, and shows a spreadsheet no formula', () => {
    assert.equal(
      toCsvText([['a,b', 'say "x"', 'two\nlines', '=cmd()', '-1', -1, '@x', '\ud800']]),
      '"a,b","say ""x""","two\nlines",\'=cmd(),\'-1,-1,\'@x,\ufffd\r\n',
    );
  });
});

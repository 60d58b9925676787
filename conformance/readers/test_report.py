"""python test_report.py FILE.xml: a JUnit report as junitparser reads it, and whether what its heads count is there."""

import sys

from junitparser import Error, Failure, JUnitXml, Skipped, TestSuite

report = JUnitXml.fromfile(sys.argv[1])
faults = []
cases = 0
for suite in [report] if isinstance(report, TestSuite) else report:
    results = [result for case in suite for result in case.result]
    counted = {
        "tests": sum(1 for _ in suite),
        "failures": sum(isinstance(result, Failure) for result in results),
        "errors": sum(isinstance(result, Error) for result in results),
        "skipped": sum(isinstance(result, Skipped) for result in results),
    }
    said = {key: getattr(suite, key) for key in counted}
    cases += counted["tests"]
    if counted != said:
        faults.append(f"{suite.name} says {said} and holds {counted}")
print("\n".join(faults) or f"{cases} cases")
sys.exit(bool(faults))

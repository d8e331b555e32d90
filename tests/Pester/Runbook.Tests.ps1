# The runbook of docs/ci.md, as it stands.
. "$PSScriptRoot/../../docs/examples/nightly.Tests.ps1"

# The module's assemblies live in a load context of their own; only the loader enters the default one.
$bin = Join-Path $PSScriptRoot 'bin'
if (-not ('BatchTools.Loader.ModuleLoadContext' -as [type])) {
    $loader = Join-Path $bin 'BatchTools.Loader.dll'
    if (-not (Test-Path -LiteralPath $loader)) {
        throw [System.IO.FileNotFoundException]::new("'$loader' is missing: this copy of BatchTools is not built. Run ./build.ps1 in the checkout first.", $loader)
    }

    Add-Type -LiteralPath $loader
}

try {
    $context = [BatchTools.Loader.ModuleLoadContext]::Open($bin)
}
catch [System.Management.Automation.MethodInvocationException] {
    throw $_.Exception.InnerException
}

# Core comes along so that its types have their short names in scripts: [BatchTools.Job].
$inner = foreach ($name in 'BatchTools.Core', 'BatchTools.PowerShell') {
    Import-Module -Assembly $context.LoadModuleAssembly($name) -PassThru
}

# Here, and not in the manifest, which would load it before a second copy is refused above.
$types = Join-Path $PSScriptRoot 'BatchTools.Types.ps1xml'
Update-TypeData -AppendPath $types

# Without this, a forced second import finds the inner modules loaded and ends up with no commands.
$ExecutionContext.SessionState.Module.OnRemove = {
    $inner | Remove-Module -Force
    Remove-TypeData -Path $types
}.GetNewClosure()

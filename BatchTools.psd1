@{
    RootModule           = 'module/BatchTools.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '5d1b2f0e-6c3a-4f0f-9b35-6f1f1d2c7a41'
    Author               = 'The BatchTools team'
    Description          = 'Typed, pipeline-first cmdlets for AWS Batch, with an embedded local engine that really runs jobs and needs no account.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @(
        'module/Formats/BatchTools.Connections.Format.ps1xml'
        'module/Formats/BatchTools.Jobs.Format.ps1xml'
        'module/Formats/BatchTools.Logs.Format.ps1xml'
        'module/Formats/BatchTools.Resources.Format.ps1xml'
        'module/Formats/BatchTools.Workloads.Format.ps1xml'
    )
    CmdletsToExport      = @(
        'Connect-Batch'
        'Disable-BatchComputeEnvironment'
        'Disable-BatchJobQueue'
        'Disconnect-Batch'
        'Enable-BatchComputeEnvironment'
        'Enable-BatchJobQueue'
        'Export-BatchReport'
        'Get-BatchComputeEnvironment'
        'Get-BatchConnection'
        'Get-BatchJob'
        'Get-BatchJobDefinition'
        'Get-BatchJobLog'
        'Get-BatchJobQueue'
        'Measure-BatchWorkload'
        'New-BatchComputeEnvironment'
        'New-BatchJobQueue'
        'New-BatchSweep'
        'Register-BatchJobDefinition'
        'Remove-BatchComputeEnvironment'
        'Remove-BatchJobQueue'
        'Set-BatchComputeEnvironment'
        'Set-BatchJobQueue'
        'Stop-BatchJob'
        'Submit-BatchJob'
        'Unregister-BatchJobDefinition'
        'Wait-BatchJob'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}

using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Reads workload files into objects: environments, queues, definitions, policies, jobs and sweeps, which other cmdlets take.</summary>
/// <remarks>
/// <para>
/// The file is checked as Invoke-BatchWorkload checks it, as far as that needs no service, so no connection is needed. What is wrong is an
/// error with its place. Resources pipe into the New- and Register- cmdlets, jobs and the points of sweeps into Submit-BatchJob, the whole
/// into Invoke-BatchWorkload.
/// </para>
/// </remarks>
/// <example>
/// <code>(Import-BatchWorkload workload.json).Jobs | Submit-BatchJob -WhatIf</code>
/// <para>Tells what it would take to submit the jobs of a file.</para>
/// </example>
/// <example>
/// <code>(Import-BatchWorkload infrastructure.json).JobDefinitions | Register-BatchJobDefinition</code>
/// <para>Registers the definitions of a file, and nothing else of it.</para>
/// </example>
/// <example>
/// <code>Import-BatchWorkload training.yaml -Parameter @{ dataset = 'clean' } | Invoke-BatchWorkload -Timeout 10m</code>
/// <para>Reads a file with a value for its parameter, and runs it.</para>
/// </example>
/// <seealso cref="TestBatchWorkloadCommand"/>
/// <seealso cref="InvokeBatchWorkloadCommand"/>
[Cmdlet(VerbsData.Import, "BatchWorkload")]
[OutputType(typeof(WorkloadContent))]
public sealed class ImportBatchWorkloadCommand : BatchCmdlet
{
    /// <summary>The workload files, JSON or YAML; see docs/workload-files.md.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The values of the file's parameters, by name, such as <c>@{ dataset = 'raw' }</c>. Default: those that the file declares.</summary>
    [Parameter]
    public IDictionary? Parameter { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Files))
        {
            if (Attempt(() => WorkloadFile.Load(path, StringMap.From(Parameter))) is not { } file)
                continue;
            foreach (var warning in file.Warnings)
                WriteWarning(warning);
            WriteObject(WorkloadContent.Of(file));
        }
    }
}

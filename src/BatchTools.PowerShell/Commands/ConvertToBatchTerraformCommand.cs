using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.WorkloadFiles.Terraform;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gives the environments, queues, definitions and scheduling policies of workload files as Terraform resources.</summary>
/// <remarks>
/// <para>
/// The text is for the provider hashicorp/aws, 6.0 or later, formatted as <c>terraform fmt</c> does. What the file makes itself is referred
/// to, so that Terraform knows the order; environments and roles that it names are looked up by their names (<c>data</c>). Texts stay
/// texts: what looks like a template in them is escaped. What the provider has no argument for is left out, with a warning. Jobs and
/// sweeps are not infrastructure and are left out.
/// </para>
/// </remarks>
/// <example>
/// <code>ConvertTo-BatchTerraform infrastructure.json | Set-Content batch.tf</code>
/// <para>Writes the resources of a file for Terraform.</para>
/// </example>
/// <example>
/// <code>Get-Item infrastructure.json | ConvertTo-BatchTerraform</code>
/// <para>Shows them.</para>
/// </example>
/// <seealso cref="ExportBatchWorkloadCommand"/>
/// <seealso cref="DeployBatchResourceCommand"/>
[Cmdlet(VerbsData.ConvertTo, "BatchTerraform")]
[OutputType(typeof(string))]
public sealed class ConvertToBatchTerraformCommand : BatchCmdlet
{
    /// <summary>The workload files, JSON or YAML; see docs/workload-files.md.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The values of the files' parameters, by name, such as <c>@{ dataset = 'raw' }</c>. Default: those that the files declare.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public IDictionary? Parameter { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Files))
        {
            if (Attempt(() => WorkloadFile.Load(path, StringMap.From(Parameter))) is not { } file)
                continue;
            if (Attempt(() => new TerraformDocument(file, WriteWarning).Write()) is { Length: > 0 } text)
                WriteObject(text);
        }
    }
}

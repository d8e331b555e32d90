using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets the open connections of this session, the default one first.</summary>
/// <remarks>
/// <para>
/// The default connection is the one that was made last; cmdlets use it unless they are given another one by -Connection, or work
/// on objects that came from another one.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchConnection</code>
/// <para>Shows where commands go.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -Connection (Get-BatchConnection local)</code>
/// <para>Lists the jobs of the local engine, whichever connection is the default one.</para>
/// </example>
/// <seealso cref="ConnectBatchCommand"/>
/// <seealso cref="DisconnectBatchCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchConnection")]
[OutputType(typeof(BatchConnection))]
public sealed class GetBatchConnectionCommand : BatchCmdlet
{
    /// <summary>The names of the connections. Default: all of them.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connections = BatchSession.Current.Connections;
        foreach (var name in Name ?? ["*"])
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            var found = connections.Where(connection => pattern.IsMatch(connection.Name)).ToList();
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
                WriteError(ErrorRecords.From(ConnectionNames.NotFound(name, connections)));
            found.ForEach(WriteObject);
        }
    }
}

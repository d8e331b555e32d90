using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>Writes a service's exceptions.</summary>
/// <param name="types">The client's types.</param>
internal sealed class ClientErrors(ClientTypes types)
{
    private const string Arguments = "string message, global::Amazon.Runtime.ErrorType errorType, string errorCode, string requestId, global::System.Net.HttpStatusCode statusCode";
    private const string ArgumentsWithInner = "string message, global::System.Exception innerException, global::Amazon.Runtime.ErrorType errorType, string errorCode, string requestId, global::System.Net.HttpStatusCode statusCode";

    private string BaseClass => $"global::{types.Namespace}.{types.Prefix}Exception";

    /// <summary>The file of the exception that all errors of the service are.</summary>
    public string EmitBase()
    {
        var code = new CodeWriter(types.Namespace);
        var name = types.Prefix + "Exception";
        code.Line($"/// <summary>An error of {types.Model.Metadata.ServiceId}.</summary>");
        code.Open($"public partial class {name} : global::Amazon.Runtime.AmazonServiceException");
        Constructors(code, name);
        code.Close();
        return code.ToString();
    }

    /// <summary>The file of an error that the model names.</summary>
    public string Emit(StructureShape error)
    {
        var code = new CodeWriter(types.ModelNamespace);
        code.Line($"/// <summary>The error <c>{error.Name}</c>.</summary>");
        code.Open($"public partial class {error.Name} : {BaseClass}");
        var structure = new ClientStructure(types);
        foreach (var member in DetailsOf(error))
            structure.Property(code, error, member);
        Constructors(code, error.Name);
        code.Close();
        return code.ToString();
    }

    /// <summary>Writes the method that makes the exception of an error.</summary>
    public void Factory(CodeWriter code)
    {
        const string arguments = "error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode";
        code.Open("private static global::Amazon.Runtime.AmazonServiceException CreateError(global::Amazon.Runtime.Internal.ErrorResponse error, ErrorBody body) => error.Code switch");
        foreach (var error in types.Model.Shapes.Values.OfType<StructureShape>().Where(structure => structure.IsException))
        {
            var details = DetailsOf(error).Select(member =>
                $"{CSharpNames.Property(member)} = body.Member({CSharpNames.Literal(member.Name)}, static (ref {types.Reader} reader) => {types.Read(error, member, "reader")})").ToList();
            var initializer = details.Count == 0 ? "" : $" {{ {string.Join(", ", details)} }}";
            code.Line($"{CSharpNames.Literal(error.Name)} => new {types.Structure(error.Name)}({arguments}){initializer},");
        }
        code.Line($"_ => new {BaseClass}({arguments}),");
        code.Close(";");
    }

    /// <summary>What an error tells beside its message.</summary>
    private static IEnumerable<Member> DetailsOf(StructureShape error) =>
        error.Members.Where(member => !string.Equals(member.Name, "message", StringComparison.OrdinalIgnoreCase));

    private static void Constructors(CodeWriter code, string name)
    {
        Constructor(code, name, "", "");
        Constructor(code, name, "string message", "message");
        Constructor(code, name, "string message, global::System.Exception innerException", "message, innerException");
        Constructor(code, name, "global::System.Exception innerException", "innerException");
        Constructor(code, name, ArgumentsWithInner, "message, innerException, errorType, errorCode, requestId, statusCode");
        Constructor(code, name, Arguments, "message, errorType, errorCode, requestId, statusCode");
    }

    private static void Constructor(CodeWriter code, string name, string parameters, string arguments)
    {
        code.Line("/// <summary>An exception of this kind.</summary>");
        code.Open($"public {name}({parameters}) : base({arguments})");
        code.Close();
        code.Line();
    }
}

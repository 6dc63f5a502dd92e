using CouncilPremises.TestSupport;
using Mono.Cecil;

namespace CouncilPremises.Domain.Tests.Architecture;

/// <summary>What a built room of the house really uses, read from its assembly without loading it.</summary>
internal sealed class RoomAssembly(string path)
{
    private static readonly string BaseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly Dictionary<string, RoomAssembly> Read = [];

    public static RoomAssembly Domain => Get("CouncilPremises.Domain");

    public static RoomAssembly Screening => Get("CouncilPremises.Screening");

    public static RoomAssembly Application => Get("CouncilPremises.Application");

    public static RoomAssembly Web => Get("CouncilPremises.Web");

    public static RoomAssembly Cli => Get("CouncilPremises.Cli", "council-premises");

    public static IEnumerable<RoomAssembly> All => [Domain, Screening, Application, Web, Cli];

    public ModuleDefinition Module { get; } = ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true });

    /// <summary>Names of the assemblies used, without those of the base library.</summary>
    public IEnumerable<string> References =>
        Module.AssemblyReferences.Select(reference => reference.Name).Where(name => !File.Exists(Path.Combine(BaseLibrary, name + ".dll")));

    /// <summary>Types written by people: the compiler's own are left out.</summary>
    public IEnumerable<TypeDefinition> Types =>
        Module.GetTypes().Where(type => !type.FullName.Contains('<', StringComparison.Ordinal)
            && type.Namespace.StartsWith("CouncilPremises", StringComparison.Ordinal));

    /// <summary>Outermost types whose code, signatures or attributes mention a type that the question picks.</summary>
    public IEnumerable<TypeDefinition> TypesUsing(Func<TypeReference, bool> picked) =>
        Module.GetTypes().Where(type => TypesMentioned(type).Any(picked)).Select(Outermost).Distinct();

    private static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        return type;
    }

    private static IEnumerable<TypeReference> TypesMentioned(TypeDefinition type)
    {
        var mentioned = new List<TypeReference>();
        if (type.BaseType is not null)
            mentioned.Add(type.BaseType);
        mentioned.AddRange(type.Interfaces.Select(one => one.InterfaceType));
        mentioned.AddRange(type.CustomAttributes.Select(one => one.AttributeType));
        mentioned.AddRange(type.Fields.Select(one => one.FieldType));
        mentioned.AddRange(type.Properties.Select(one => one.PropertyType));
        foreach (var method in type.Methods)
        {
            mentioned.Add(method.ReturnType);
            mentioned.AddRange(method.Parameters.Select(one => one.ParameterType));
            mentioned.AddRange(method.CustomAttributes.Select(one => one.AttributeType));
            if (method.HasBody)
                mentioned.AddRange(MentionedIn(method));
        }

        return mentioned.SelectMany(Parts);
    }

    private static IEnumerable<TypeReference> MentionedIn(MethodDefinition method)
    {
        foreach (var variable in method.Body.Variables)
            yield return variable.VariableType;
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is TypeReference type)
                yield return type;
            if (instruction.Operand is not MemberReference { DeclaringType: not null } member)
                continue;
            yield return member.DeclaringType;
            if (member is GenericInstanceMethod generic)
                foreach (var argument in generic.GenericArguments)
                    yield return argument;
            if (member is MethodReference called)
                yield return called.ReturnType;
        }
    }

    /// <summary>A generic or array type is made of several; each counts.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type)
    {
        yield return type;
        if (type is GenericInstanceType generic)
            foreach (var part in generic.GenericArguments.SelectMany(Parts))
                yield return part;
        if (type is TypeSpecification { ElementType: not null } specification)
            foreach (var part in Parts(specification.ElementType))
                yield return part;
    }

    private static RoomAssembly Get(string project, string? assemblyName = null)
    {
        lock (Read)
        {
            if (!Read.TryGetValue(project, out var room))
                Read[project] = room = new RoomAssembly(Solution.BuiltAssembly(project, assemblyName));
            return room;
        }
    }
}

"""Spanish, of Spain and Latin America."""

from __future__ import annotations

from ingest.languages.language import Language
from ingest.resume import SectionKind

SPANISH = Language(
    code="es",
    months=(
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun",
        "julio jul", "agosto ago", "septiembre setiembre sept sep", "octubre oct",
        "noviembre nov", "diciembre dic",
    ),
    shy_months={"set": 9},
    seasons=("primavera", "verano", "otoño", "invierno"),
    now=r"presente|(?:la\s+)?actualidad|actual(?:mente)?|hoy|ahora|(?:la|el)\s+(?:fecha|presente)|"
    r"el\s+día\s+de\s+hoy|en\s+curso|vigente|cursando|hoy\s+en\s+día",
    alone=r"actualidad|en\s+curso",
    to=r"hasta(?:\s+el)?|al?",
    since=r"desde(?:\s+el)?",
    start=r"de|del|desde(?:\s+el)?|a\s+partir\s+de",
    until=r"hasta",
    between="entre",
    both="y|e",
    planned="previst[oa]|esperad[oa]|estimad[oa]",
    vague="inicios de|principios de|mediados de|finales de|fines de",
    formerly="anteriormente|previamente|antes",
    later="luego|después|más tarde|posteriormente",
    sections={
        SectionKind.SUMMARY: """perfil|perfil profesional|sobre mí|acerca de mí|resumen|
            objetivo|resumen profesional|objetivo profesional|presentación|extracto|
            perfil personal|quién soy|objetivos|resumen ejecutivo|objetivo laboral|sobre mi|
            síntesis|perfil laboral|mi perfil|biografía""",
        SectionKind.WORK: """experiencia|experiencia laboral|experiencia profesional|empleo|
            trayectoria profesional|trayectoria|historial laboral|trayectoria laboral|
            antecedentes laborales|experiencia de trabajo|experiencias laborales|prácticas|
            experiencia docente|experiencia previa|experiencias profesionales|historia laboral|
            actividad profesional|prácticas profesionales|otros empleos|vida laboral|
            experiencia clínica|empleos anteriores|otras experiencias""",
        SectionKind.VOLUNTEER: """voluntariado|voluntariados|labor social|
            experiencia voluntaria|trabajo voluntario|actividades de voluntariado|
            servicio social|servicio comunitario""",
        SectionKind.EDUCATION: """educación|formación|formación académica|estudios|
            estudios realizados|educación formal|antecedentes académicos|titulación|
            formación reglada|historial académico|datos académicos|preparación académica|
            estudios académicos|formación profesional|títulos|escolaridad|trayectoria académica|
            educación superior|titulaciones|formación universitaria""",
        SectionKind.SKILLS: """habilidades|competencias|aptitudes|conocimientos|
            conocimientos técnicos|conocimientos informáticos|informática|herramientas|
            destrezas|habilidades técnicas|competencias técnicas|capacidades|
            habilidades y competencias|competencias profesionales|habilidades profesionales|
            habilidades informáticas|competencias digitales|fortalezas|tecnologías|
            habilidades blandas|competencias clave|habilidades personales|
            conocimientos y habilidades|aptitudes y habilidades|software|
            áreas de especialización|cualidades|competencias personales|
            habilidades y conocimientos|habilidades sociales""",
        SectionKind.LANGUAGES: "idiomas|lenguas|competencia lingüística|lenguas extranjeras",
        SectionKind.CERTIFICATES: """certificaciones|certificados|cursos|
            formación complementaria|cursos y certificaciones|cursos y certificados|
            formación adicional|cursos realizados|formación no reglada|cursos y talleres|
            cursos complementarios|capacitaciones|formación continua|seminarios|capacitación|
            estudios complementarios|cursos y seminarios|diplomados|licencias|acreditaciones|
            talleres|certificaciones y cursos|carnés|permisos|actualización profesional""",
        SectionKind.AWARDS: """premios|reconocimientos|logros|distinciones|becas|
            premios y reconocimientos|becas y premios|méritos|honores|premios y becas|
            premios y distinciones|galardones|logros y reconocimientos""",
        SectionKind.PUBLICATIONS: """publicaciones|artículos|ponencias|conferencias|
            publicaciones y ponencias|libros|patentes|congresos|investigaciones|
            publicaciones científicas|comunicaciones""",
        SectionKind.PROJECTS: """proyectos|proyectos personales|proyectos destacados|
            proyectos realizados|portafolio|proyectos académicos|proyectos propios|
            proyectos de investigación|portfolio""",
        SectionKind.INTERESTS: """intereses|aficiones|hobbies|pasatiempos|intereses personales|
            aficiones e intereses|tiempo libre|intereses y aficiones|ocio""",
        SectionKind.REFERENCES: """referencias|referencias personales|referencias laborales|
            recomendaciones|referencias profesionales""",
        SectionKind.BASICS: """contacto|datos personales|información personal|datos de contacto|
            información de contacto|datos generales|mis datos""",
    },
    fillers="""y e de del la el los las mi mis en otros otras relevante relevantes principales
        adicional""",
    documents="currículum|curriculum|currículum vitae|currículo|hoja de vida|cv de",
    roles="""ingeniero ingeniera desarrollador desarrolladora programador programadora jefe jefa
        responsable director directora gerente subdirector subdirectora subgerente encargado
        encargada supervisor supervisora coordinador coordinadora administrador administradora
        asistente auxiliar ayudante asesor asesora consultor consultora técnico técnica analista
        arquitecto arquitecta especialista ejecutivo ejecutiva vendedor vendedora operario
        operaria operador operadora obrero obrera empleado empleada enfermero enfermera médico
        médica cirujano cirujana matrona partera farmacéutico farmacéutica fisioterapeuta
        psicólogo psicóloga odontólogo odontóloga veterinario veterinaria maestro maestra
        profesor profesora docente tutor tutora educador educadora monitor monitora formador
        formadora investigador investigadora becario becaria pasante practicante aprendiz
        contador contadora contable secretario secretaria recepcionista redactor redactora
        periodista traductor traductora intérprete diseñador diseñadora fotógrafo fotógrafa
        abogado abogada procurador procuradora notario cocinero cocinera camarero camarera
        mesero mesera panadero panadera pastelero pastelera almacenista mozo moza chofer chófer
        conductor conductora repartidor repartidora mecánico mecánica electricista fontanero
        plomero carpintero carpintera soldador soldadora albañil pintor pintora instalador
        instaladora montador montadora maquinista vigilante policía bombero bombera
        bibliotecario bibliotecaria archivero archivera historiador historiadora presidente
        presidenta tesorero tesorera voluntario voluntaria fundador fundadora cofundador
        cofundadora socio socia dueño dueña propietario propietaria representante delegado
        delegada agente promotor promotora cajero cajera dependiente dependienta comprador
        compradora planificador planificadora capataz inspector inspectora auditor auditora
        trabajador trabajadora músico actriz productor productora realizador realizadora líder
        lideresa pasantía autónomo autónoma teleoperador teleoperadora azafata azafato peluquero
        peluquera cuidador cuidadora niñera limpiador limpiadora jardinero jardinera agricultor
        agricultora ganadero químico química biólogo bióloga geólogo geóloga economista
        sociólogo socióloga licenciado licenciada""",
    shy_roles="comercial vocal residente prácticas freelance guardia militar",
    role_leads=True,
    organisations="""universidad facultad instituto colegio escuela hospital clínica centro
        ayuntamiento ministerio consejería gobierno diputación junta banco caja grupo empresa
        compañía fundación asociación federación sindicato laboratorio laboratorios museo teatro
        biblioteca cooperativa panadería restaurante hotel taller talleres editorial librería
        farmacia residencia guardería despacho bufete estudio consultora constructora agencia
        alcaldía municipalidad secretaría juzgado tribunal cámara comercializadora distribuidora
        transportes industrias corporación conservas bodegas astilleros servicio academia
        politécnico supermercados supermercado almacenes aseguradora seguros telefónica
        policía""",
    legal_forms=r"s\.l\.?u?|(?-i:SLU?)|s\.a\.u|s\.?a\.? de c\.?v|s\.a\.s|s\.a\.c|"
    r"s\. de r\.l(?: de c\.v)?|"
    r"ltda|e\.i\.r\.l|s\. coop|(?-i:C\.A)|s\.a",
    schools=r"universidad|facultad|instituto|colegio|escuela|politécnic|academia|conservatorio|"
    r"(?-i:\b(?:IES|UNAM|ITESM|UNED|SENA|CEIP)\b)|liceo|bachillerato",
    degrees=r"licenciatura|grado (?:en|superior|medio|universitario)|máster|maestría|doctorado|"
    r"ingeniería|diplomatura|diplomado|bachiller(?:ato)?\b|técnic[oa] superior|técnic[oa] medio|"
    r"técnic[oa] en|ciclo formativo|formación profesional|"
    r"(?-i:\bFP\b(?!&)|\bCFGS\b|\bCFGM\b|\bESO\b)|"
    r"selectividad|post?grado|especialización|especialidad|tecnicatura|tecnólog[oa]|profesorado|"
    r"título de|curso de|educación secundaria|secundaria|preparatoria",
    levels={
        "doctor": r"doctorado",
        "master": r"máster|maestría",
        "bachelor": r"grado (?:en|universitario)|licenciatura|licenciad[oa]|"
        r"ingenier[oa] (?:en|de)|ingeniería",
        "diploma": r"diplomad[oa]|diplomatura",
        "school": r"bachillerato|secundaria",
    },
    marks=r"promedio|nota\b|calificación|mención|matrícula de honor|sobresaliente|notable$|"
    r"jornada completa|media jornada|con honores|titulad[oa]$",
    shy_at=r"en(?:\s+(?:el|la|los|las))?",
    places="""españa|méxico|argentina|colombia|chile|perú|ecuador|uruguay|paraguay|bolivia|
        venezuela|costa rica|panamá|guatemala|el salvador|honduras|nicaragua|
        república dominicana|cuba|puerto rico|estados unidos|reino unido|alemania|francia|
        italia|países bajos|portugal|brasil|andalucía|cataluña|catalunya|galicia|país vasco|
        euskadi|navarra|aragón|asturias|cantabria|castilla y león|castilla-la mancha|
        extremadura|murcia|canarias|baleares|comunidad de madrid|comunidad valenciana|
        pontevedra|a coruña|ciudad de méxico|cdmx|jalisco|nuevo león|antioquia|cundinamarca|
        buenos aires""",
    cities="""sevilla|zaragoza|málaga|murcia|palma|bilbao|alicante|córdoba|valladolid|vigo|
        gijón|oviedo|santander|san sebastián|donostia|pamplona|logroño|burgos|salamanca|león|
        cádiz|huelva|jaén|almería|badajoz|cáceres|toledo|albacete|cuenca|tarragona|girona|
        lleida|lugo|ourense|santiago de compostela|la coruña|santa cruz de tenerife|las palmas|
        elche|cartagena|getafe|puebla|querétaro|toluca|mérida|tijuana|cancún|cali|barranquilla|
        bucaramanga|manizales|valparaíso|concepción|viña del mar|mendoza|la plata|guayaquil|
        arequipa|cusco|trujillo|asunción|santo domingo|san josé|ciudad de panamá|maracaibo|
        vitoria""",
    streets=r"\bcalle\b|\bc/|\bavenida\b|\bavda\.|\bav\.|\bplaza\b|\bpaseo\b|\bcarrera\b|\bronda\b|"
    r"\bcamino\b|\bcarretera\b",
    labels={
        "name": "nombre|nombre completo|nombre y apellidos|apellidos y nombre|nombres y apellidos",
        "family": "apellido|apellidos",
        "given": "nombres",
        "headline": "profesión|puesto deseado|cargo|ocupación|puesto",
        "email": "correo|correo electrónico|email|e mail|mail",
        "phone": "teléfono|tel|móvil|celular|tfno|teléfono móvil|tlf|cel|teléfonos",
        "website": "página web|sitio web|web|blog",
        "location": "dirección|domicilio|residencia|ciudad|localidad|lugar de residencia|ubicación",
        "number": "dni|nie|nif|curp|rfc|cuil|cuit|cédula|rut|fecha de nacimiento|nacido el|"
        "nacida el|documento|pasaporte|c c|nss|fax",
    },
    columns={
        "start": r"desde|inicio",
        "end": r"hasta|fin|vence|caducidad|válido hasta",
        "as": r"como",
        "dates": r"periodo|período|fecha|fechas|año|años|duración|desde|hasta",
        "organisation": r"empresa|institución|centro|entidad|universidad|escuela|organización|"
        r"empleador|cliente|compañía",
        "roles": r"puesto|cargo|función|título|titulación|rol|grado|posición",
        "title": r"nombre|proyecto|curso|certificado|premio",
        "location": r"lugar|ciudad|país|ubicación",
        "area": r"área|especialidad|carrera|materia|rama",
    },
    matters={
        "age": r"fecha de nacimiento|nacid[oa] (?:el|en)|\d\d años\b(?! de)",
        "family": r"estado civil|soltero|soltera|casad[oa]\b|divorciad[oa]|"
        r"(?:\d|un|dos|tres) hijos?\b",
        "visa": r"nacionalidad|permiso de (?:trabajo|residencia)|ciudadanía",
        "driving": r"(?:carn[eé]t?|permiso|licencia) de (?:conducir|conducción|manejo)|"
        r"vehículo propio|coche propio",
        "notice": r"disponibilidad|incorporación inmediata|preaviso",
        "pay": r"(?:pretensión|aspiración|expectativa)s? salarial",
        "relocation": r"cambio de residencia|disponibilidad para viajar",
    },
    leaves=r"excedencia(?: (?:laboral|voluntaria|por [^\W\d_ ]+(?: de [^\W\d_ ]+)?))?|"
    r"(?:baja|permiso|licencia) (?:de |por )?(?:maternidad|maternal|paternidad|paternal|parental)|"
    r"año sabático|pausa laboral",
    abbreviations="""sr sra srta d dña dr dra prof ud uds etc p.ej ej núm pág tel av avda lic
        ing ene feb abr sept oct nov dic aprox máx mín""",
)  # fmt: skip

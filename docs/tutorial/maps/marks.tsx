<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="marks" tilewidth="16" tileheight="16" tilecount="17" columns="17">
 <image source="marks.png" width="272" height="16"/>
 <tile id="0" class="wall"/>
 <tile id="1" class="block"/>
 <tile id="2" class="low"/>
 <tile id="3" class="ice">
  <properties>
   <property name="cm" type="int" value="2"/>
  </properties>
 </tile>
 <tile id="4" class="ice">
  <properties>
   <property name="cm" type="int" value="4"/>
  </properties>
 </tile>
 <tile id="5" class="ice">
  <properties>
   <property name="cm" type="int" value="5"/>
  </properties>
 </tile>
 <tile id="6" class="ice">
  <properties>
   <property name="cm" type="int" value="6"/>
  </properties>
 </tile>
 <tile id="7" class="ice">
  <properties>
   <property name="cm" type="int" value="7"/>
  </properties>
 </tile>
 <tile id="8" class="ice">
  <properties>
   <property name="cm" type="int" value="8"/>
  </properties>
 </tile>
 <tile id="9" class="ice">
  <properties>
   <property name="cm" type="int" value="9"/>
  </properties>
 </tile>
 <tile id="10" class="ice">
  <properties>
   <property name="cm" type="int" value="10"/>
  </properties>
 </tile>
 <tile id="11" class="ice">
  <properties>
   <property name="cm" type="int" value="12"/>
  </properties>
 </tile>
 <tile id="12" class="ice">
  <properties>
   <property name="cm" type="int" value="15"/>
  </properties>
 </tile>
 <tile id="13" class="ice">
  <properties>
   <property name="cm" type="int" value="20"/>
  </properties>
 </tile>
 <tile id="14" class="ice">
  <properties>
   <property name="cm" type="int" value="25"/>
  </properties>
 </tile>
 <tile id="15" class="ice">
  <properties>
   <property name="cm" type="int" value="30"/>
  </properties>
 </tile>
 <tile id="16" class="ice">
  <properties>
   <property name="cm" type="int" value="40"/>
  </properties>
 </tile>
</tileset>
